import Panels

extension Measure {
  public static let outputPPP = Measure(
    name: "gdp.ppp", title: "GDP at purchasing-power parity",
    unit: "constant 2021 international $",
    formula: .product(.indicator(.population), .indicator(.outputPerHead)))

  public static let outputMER = Measure(
    name: "gdp.mer", title: "GDP at market exchange rates", unit: "2021 $ at market rates",
    formula: .product(outputPPP.formula, .indicator(.priceLevel)))

  public static let spendingMER = Measure(
    name: "milex.mer", title: "military spending at market exchange rates",
    unit: "2021 $ at market rates",
    formula: .product(.indicator(.burden), outputMER.formula))

  public static let spendingPPP = Measure(
    name: "milex.ppp", title: "military spending at purchasing-power parity",
    unit: "constant 2021 international $",
    formula: .product(.indicator(.burden), outputPPP.formula))

  /// Net resources, after Beckley, "The power of nations" (2018), doi:10.1162/isec_a_00328.
  public static let netResources = Measure(
    name: "net_resources", title: "net resources, GDP times GDP per head",
    unit: "squared international $ per head",
    formula: .product(outputPPP.formula, .indicator(.outputPerHead)))

  /// The composite index of national capability, after Singer, Bremer and Stuckey (1972).
  public static let capability = Measure(
    name: "cinc", title: "the composite index of national capability",
    unit: "mean of six world shares",
    formula: .mean(
      [
        Indicator.totalPopulationCOW, .urbanPopulation, .militaryPersonnel, .militarySpendingCOW,
        .ironSteel, .primaryEnergy,
      ].map { .share(.indicator($0)) }))

  /// Military spending as the Correlates of War project counts it, since 1816: for the record.
  public static let spendingCOW = Measure(
    name: "milex", title: "military spending as the Correlates of War project counts it",
    unit: "thousand current £ to 1913, US $ from 1914", formula: .indicator(.militarySpendingCOW))

  /// Measures that reach further back than those that are forecast: the backtest's own.
  public static let historical: [Measure] = [.spendingCOW]

  /// All measures, in the order in which they are shown.
  public static let catalogue: [Measure] = [
    .outputMER, .outputPPP, .spendingMER, .spendingPPP, .netResources, .capability,
  ]
}
