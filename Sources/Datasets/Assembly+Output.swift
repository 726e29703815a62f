import Panels

extension Assembly {
  /// Gross domestic product per head at purchasing-power parity.
  ///
  /// World Bank over the population of the panel, so that the two multiply to the published
  /// product; Maddison before, carried back on growth.
  func outputPerHead(_ population: Draft) -> Draft {
    let product = sheet(.worldBank, "NY.GDP.MKTP.PP.KD")
    let older = sheet(.maddison, "gdppc")
    var draft = Draft(.outputPerHead, entities, years: Self.firstYear...lastYear)
    let bank = edition(.worldBank, "NY.GDP.MKTP.PP.KD")
    let observed = draft.origin(bank, .observed)
    let grown = draft.origin(edition(.worldBank, "NY.GDP.MKTP.KD.ZG"), .spliced)
    let spliced = draft.origin(edition(.maddison, "gdppc"), .spliced)
    func perHead(_ state: Int, _ year: Int) -> Double {
      product[state, year] / population[state, year]
    }
    let common = americanLevel(perHead, older)
    for state in states {
      for year in product.years { draft.set(perHead(state, year), state, year, observed) }
      setLatest(&draft, state, product, population, grown)
      let splice =
        product.covers(state)
        ? Splice(
          over: 1990...lastYear, atMost: 5, newer: { perHead(state, $0) },
          older: { older[state, $0] })
        : common
      guard let splice else { continue }
      let first = product.years(of: state).first ?? lastYear + 1
      for year in Self.firstYear..<first {
        draft.set(older[state, year] * splice.factor, state, year, spliced)
      }
    }
    return draft
  }

  /// The year after the published products: the last of them grown at the published rate.
  private func setLatest(
    _ draft: inout Draft, _ state: Int, _ product: Sheet, _ population: Draft, _ origin: UInt8
  ) {
    let growth = sheet(.worldBank, "NY.GDP.MKTP.KD.ZG")
    let year = product.years.upperBound + 1
    let latest = product[state, year - 1] * (1 + growth[state, year] / 100)
    draft.set(latest / population[state, year], state, year, origin)
  }

  /// The level for states that the World Bank does not cover.
  ///
  /// It is that of the United States, so that ratios to them stay as Maddison has them.
  private func americanLevel(_ perHead: (Int, Int) -> Double, _ older: Sheet) -> Splice? {
    guard let state = americans else { return nil }
    return Splice(
      over: 1990...2022, newer: { perHead(state, $0) }, older: { older[state, $0] })
  }

  private var americans: Int? {
    entities.entities.firstIndex { $0.power == .unitedStates }
  }

  /// Products and exchange rates as published.
  func money() -> [Draft] {
    [
      copy(.worldBank, "NY.GDP.MKTP.CD", as: .outputCurrent),
      copy(.worldBank, "PA.NUS.FCRF", as: .exchangeRate),
    ]
  }

  /// Prices relative to those of the United States.
  ///
  ///     pᵢ = (Yᵢ / Xᵢ) / (Yᵤ / Xᵤ)
  ///
  /// with *Y* the product in current dollars and *X* that of the panels at purchasing-power
  /// parity, so that ratios of products at market rates come out as published.
  func priceLevel(_ population: Draft, _ outputPerHead: Draft) -> Draft {
    let product = sheet(.worldBank, "NY.GDP.MKTP.CD")
    var draft = Draft(.priceLevel, entities, years: product.years)
    let source = edition(.worldBank, "NY.GDP.MKTP.CD")
    let observed = draft.origin(source, .observed)
    let spliced = draft.origin(source, .spliced)
    guard let americans else { return draft }
    func price(_ state: Int, _ year: Int) -> Double {
      product[state, year] / (population[state, year] * outputPerHead[state, year])
    }
    for year in product.years {
      let unit = price(americans, year)
      for state in states {
        let origin = outputPerHead.status(state, year) == .observed ? observed : spliced
        draft.set(price(state, year) / unit, state, year, origin)
      }
    }
    return draft
  }
}
