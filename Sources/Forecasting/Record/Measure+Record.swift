import Panels

extension Measure {
  /// The origins of the record: as early as the figures and the models allow.
  public var recordedOrigins: [Int] {
    if isYoung { return Array(stride(from: 1970, through: 2016, by: 2)) }
    if isCounted { return Array(stride(from: 1870, through: 2014, by: 2)) }
    return Array(stride(from: 1900, through: 2016, by: 2))
  }

  /// How many unbroken years up to an origin a power needs to be in the record.
  public var recordedHistory: Int { isYoung ? 10 : 20 }

  /// Whether it is known since 1960 only: price levels and burdens are.
  private var isYoung: Bool {
    formula.indicators.contains { [.priceLevel, .burden].contains($0) }
  }

  /// Whether it is made of what the Correlates of War count, since 1816 and to 2022 at the latest.
  private var isCounted: Bool {
    let counted: [Indicator] = [
      .militarySpendingCOW, .militaryPersonnel, .ironSteel, .primaryEnergy, .urbanPopulation,
    ]
    return formula.indicators.contains { counted.contains($0) }
  }
}
