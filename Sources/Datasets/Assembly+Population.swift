import Panels

extension Assembly {
  /// The last year that the United Nations estimate; later ones they project.
  private static let lastEstimate = 2023

  /// Persons: United Nations, and Maddison before, carried back on growth.
  func population() -> Draft {
    var draft = united("pop_total", as: .population)
    let newer = sheet(.unitedNations, "pop_total")
    let older = sheet(.maddison, "pop")
    let source = edition(.maddison, "pop")
    let thousand = 1000.0
    let spliced = draft.origin(source, .spliced)
    let observed = draft.origin(source, .observed)
    for state in states {
      let span = Self.firstYear...lastYear
      guard newer.covers(state) else {
        for year in span { draft.set(older[state, year] * thousand, state, year, observed) }
        continue
      }
      let splice = Splice(
        over: 1950...1959, newer: { newer[state, $0] }, older: { older[state, $0] })
      guard let splice else { continue }
      for year in span where year < newer.years.lowerBound {
        draft.set(older[state, year] * splice.factor, state, year, spliced)
      }
    }
    return draft
  }

  /// Persons of 15 to 64 years: United Nations.
  func workingAge() -> Draft { united("pop_15_64", as: .workingAgePopulation) }

  /// What the United Nations project, and the bounds of their intervals.
  ///
  /// A bound of nobody at all is left out, because it has no logarithm.
  func projections() -> [Draft] {
    let series: [(String, Indicator)] = [
      ("pop_total", .populationUN),
      ("pop_80l", .populationUNLower80), ("pop_80u", .populationUNUpper80),
      ("pop_95l", .populationUNLower95), ("pop_95u", .populationUNUpper95),
    ]
    return series.map { series, indicator in
      copy(
        .unitedNations, series, as: indicator, in: Self.lastEstimate + 1...2200,
        status: .projected, keeping: { $0 > 0 })
    }
  }

  /// Estimates, and the medium projection up to the last year of history.
  private func united(_ series: String, as indicator: Indicator) -> Draft {
    let sheet = sheet(.unitedNations, series)
    var draft = Draft(indicator, entities, years: Self.firstYear...lastYear)
    let source = edition(.unitedNations, series)
    let observed = draft.origin(source, .observed)
    let projected = draft.origin(source, .projected)
    for state in states {
      for year in Self.firstYear...lastYear {
        let origin = year <= Self.lastEstimate ? observed : projected
        draft.set(sheet[state, year], state, year, origin)
      }
    }
    return draft
  }
}
