import Panels

extension Measure {
  public static let outputPPP = Measure(
    name: "gdp.ppp", title: "GDP at purchasing-power parity",
    unit: "constant 2021 international $",
    formula: .product(.indicator(.population), .indicator(.outputPerHead)))

  public static let outputMER = Measure(
    name: "gdp.mer", title: "GDP at market exchange rates", unit: "2021 $ at market rates",
    formula: .product(outputPPP.formula, .indicator(.priceLevel)))

  /// Net resources: size times efficiency.
  public static let netResources = Measure(
    name: "net_resources", title: "net resources, GDP times GDP per head",
    unit: "squared international $ per head",
    formula: .product(outputPPP.formula, .indicator(.outputPerHead)),
    source: "Beckley, \"The power of nations\" (2018), doi:10.1162/isec_a_00328")

  /// The composite index of national capability.
  public static let capability = Measure(
    name: "cinc", title: "the composite index of national capability",
    unit: "mean of six world shares",
    formula: .mean(
      [
        Indicator.totalPopulationCOW, .urbanPopulation, .militaryPersonnel, .militarySpendingCOW,
        .ironSteel, .primaryEnergy,
      ].map { .share(.indicator($0)) }),
    source: "Singer, Bremer and Stuckey (1972); Correlates of War, National Material Capabilities")

  /// What output, spending, energy and soldiers have most in common.
  public static let composite = composite(
    .component(
      [outputMER, outputPPP, spendingMER, spendingPPP, energy, personnel]
        .map { .share($0.formula) }))

  /// A composite of weights of one's own, over shares of measures.
  ///
  /// - Precondition: No weight is negative, and their sum is not zero.
  public static func composite(of parts: [(weight: Double, measure: Measure)]) -> Measure {
    let sum = parts.reduce(0) { $0 + $1.weight }
    precondition(sum > 0 && parts.allSatisfy { $0.weight >= 0 }, "weights are not negative")
    return composite(.weighted(parts.map { ($0.weight / sum, .share($0.measure.formula)) }))
  }

  private static func composite(_ formula: Formula) -> Measure {
    Measure(
      name: "composite", title: "the composite of output, spending, energy and soldiers",
      unit: "weighted mean of world shares", formula: formula,
      source: "first principal component of the shares' correlation at the origin, or own weights")
  }

  /// The people a power can draw on.
  public static let people = Measure(
    name: "population", title: "population", unit: "persons", formula: .indicator(.population),
    source: "as latent power: Mearsheimer, The Tragedy of Great Power Politics (2001), chapter 3")

  public static let personnel = Measure(
    name: "military_personnel", title: "military personnel", unit: "thousand persons",
    formula: .indicator(.militaryPersonnel),
    source: "Correlates of War, National Material Capabilities")

  /// The energy that an economy commands, of every source.
  public static let energy = Measure(
    name: "primary_energy", title: "primary energy consumption",
    unit: "thousand tons of coal equivalent", formula: .indicator(.primaryEnergy),
    source: "Correlates of War, National Material Capabilities")

  /// Measures that reach further back than those that are forecast: the backtest's own.
  public static let historical: [Measure] = [.spendingCOW]

  /// All measures, in the order in which they are shown.
  public static let catalogue: [Measure] = [
    .outputMER, .outputPPP, .spendingMER, .spendingPPP, .netResources, .capability,
    .spendingMPPP(), .militaryStock(), .surplus(), .composite, .people, .personnel, .energy,
  ]
}
