import Panels

extension Assembly {
  /// Military spending as a fraction of output.
  ///
  /// SIPRI's own table where the folder has it, the World Bank's copy of it elsewhere; before
  /// their coverage in a state, back to 1960, the Correlates of War project's spending over the
  /// World Bank's product, carried back on growth. A zero is kept; a year in which spending
  /// exceeded output (Kuwait 1991) is left out, because it is not a fraction.
  func burden() -> Draft {
    let own = sheet(.sipri, "share-of-gdp")
    let share = sheet(.worldBank, "MS.MIL.XPND.GD.ZS")
    let spending = sheet(.nationalMaterialCapabilities, "milex")
    let product = sheet(.worldBank, "NY.GDP.MKTP.CD")
    let first = own.years.lowerBound > 1 ? min(1960, own.years.lowerBound) : 1960
    var draft = Draft(.burden, entities, years: first...lastYear)
    let published = draft.origin(edition(.sipri, "share-of-gdp"), .observed)
    let observed = draft.origin(edition(.worldBank, "MS.MIL.XPND.GD.ZS"), .observed)
    let spliced = draft.origin(edition(.nationalMaterialCapabilities, "milex"), .spliced)
    let thousand = 1000.0
    func older(_ state: Int, _ year: Int) -> Double {
      spending[state, year] * thousand / product[state, year]
    }
    for state in states {
      for year in draft.years where share[state, year] < 100 {
        draft.set(share[state, year] / 100, state, year, observed)
      }
      for year in draft.years where own[state, year] < 1 {
        draft.set(own[state, year], state, year, published)
      }
      guard let first = draft.years.first(where: { !draft[state, $0].isNaN }),
        let splice = Splice(
          over: first...lastYear, atMost: 5, newer: { draft[state, $0] },
          older: { older(state, $0) })
      else { continue }
      for year in 1960..<max(first, 1960) where older(state, year) * splice.factor < 1 {
        draft.set(older(state, year) * splice.factor, state, year, spliced)
      }
    }
    return draft
  }

  /// The series of National Material Capabilities as published.
  func capabilities() -> [Draft] {
    let series: [(String, Indicator)] = [
      ("milper", .militaryPersonnel), ("irst", .ironSteel), ("pec", .primaryEnergy),
      ("upop", .urbanPopulation), ("tpop", .totalPopulationCOW),
      ("milex", .militarySpendingCOW), ("cinc", .capabilityCOW),
    ]
    return series.map { copy(.nationalMaterialCapabilities, $0.0, as: $0.1) }
  }

  /// The series of the Penn World Table as published.
  func accounts() -> [Draft] {
    let series: [(String, Indicator)] = [
      ("rnna", .capital), ("hc", .humanCapital), ("rtfpna", .productivity),
    ]
    return series.map { copy(.penn, $0.0, as: $0.1) }
  }
}
