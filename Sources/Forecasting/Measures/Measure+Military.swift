import Panels

extension Measure {
  public static let spendingMER = Measure(
    name: "milex.mer", title: "military spending at market exchange rates",
    unit: "2021 $ at market rates",
    formula: .product(.indicator(.burden), outputMER.formula))

  public static let spendingPPP = Measure(
    name: "milex.ppp", title: "military spending at purchasing-power parity",
    unit: "constant 2021 international $",
    formula: .product(.indicator(.burden), outputPPP.formula))

  /// Military spending as the Correlates of War project counts it, since 1816: for the record.
  public static let spendingCOW = Measure(
    name: "milex", title: "military spending as the Correlates of War project counts it",
    unit: "thousand current £ to 1913, US $ from 1914", formula: .indicator(.militarySpendingCOW))

  /// What each part of a military budget makes of the prices that it pays.
  public struct BudgetShares: Hashable, Sendable {
    public let personnel: Double
    public let operations: Double
    public let equipment: Double

    /// Weights in any unit; their proportions count.
    ///
    /// - Precondition: None is negative, and their sum is not zero.
    public init(personnel: Double, operations: Double, equipment: Double) {
      let sum = personnel + operations + equipment
      precondition(min(personnel, operations, equipment) >= 0 && sum > 0, "no negative weights")
      self.personnel = personnel / sum
      self.operations = operations / sum
      self.equipment = equipment / sum
    }

    /// Rounded from what large members of NATO spend on each; unverified.
    public static let typical = BudgetShares(personnel: 0.35, operations: 0.35, equipment: 0.3)
  }

  /// Military spending at the prices that armed forces pay.
  ///
  ///     milex.mer / (wᵖ qᵒ),   w = GDP per head at market rates and q the price level, US = 1
  ///
  /// Soldiers cost what others earn, operations what is paid at home, equipment what it costs on
  /// the world's markets; the three prices are weighted geometrically by their parts *p*, *o* of
  /// the budget, so that equipment, priced alike for all, leaves no factor.
  ///
  /// **Source.** After Robertson, "The real military balance" (2022), doi:10.1111/roiw.12536, who
  /// weighs each country's own budget; common weights and the geometric mean are ours.
  public static func spendingMPPP(_ parts: BudgetShares = .typical) -> Measure {
    let perHead = Formula.product(.indicator(.outputPerHead), .indicator(.priceLevel))
    return Measure(
      name: "milex.mppp", title: "military spending at military prices",
      unit: "2021 $ at the prices of US forces",
      formula: .quotient(
        spendingMER.formula,
        .product(
          .power(.relative(perHead), .constant(parts.personnel)),
          .power(.relative(.indicator(.priceLevel)), .constant(parts.operations)))),
      source: "after Robertson, \"The real military balance\" (2022), doi:10.1111/roiw.12536")
  }

  /// What is left of all years' military spending at purchasing-power parity.
  ///
  /// - Parameter rate: The fraction that is lost every year, above 0 and at most 1.
  /// - Returns: A measure in constant prices.
  public static func militaryStock(rate: Double = 0.08) -> Measure {
    precondition(rate > 0 && rate <= 1, "a rate lies above 0 and at most at 1")
    return Measure(
      name: "military_stock", title: "the stock of past military spending",
      unit: "constant 2021 international $", formula: .stock(spendingPPP.formula, rate: rate),
      source: "perpetual inventory of milex.ppp; the rate is a convention, unverified")
  }

  /// Surplus domestic product: output beyond what keeps the people alive.
  ///
  /// - Parameter subsistence: What a person needs a year, in the data's international $: by
  ///   default $3 on each of 365 days, taken as dollars of the data's year without conversion.
  /// - Returns: A measure that is never negative.
  ///
  /// **Source.** Anders, Fariss and Markowitz, "Bread before guns or butter", *International
  /// Studies Quarterly* 64 (2020); the line of $3 a day in which year's dollars is unverified.
  public static func surplus(subsistence: Double = 3 * 365) -> Measure {
    Measure(
      name: "surplus", title: "surplus domestic product",
      unit: "constant 2021 international $",
      formula: .maximum(
        .constant(0),
        .difference(
          outputPPP.formula,
          .product(
            .constant(subsistence, unit: .internationalDollar / .person),
            .indicator(.population)))),
      source: "Anders, Fariss and Markowitz, \"Bread before guns or butter\" (2020)")
  }
}
