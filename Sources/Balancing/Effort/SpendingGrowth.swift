public import Panels

/// How a state's military spending grew in one year, by several series and concepts.
///
/// **Units.** Fractions: 0.16 is 16 %.
public struct SpendingGrowth: Equatable, Sendable {
  public let year: Int
  /// Spending in the state's own money, current: burden times GDP times the exchange rate.
  public let local: Double?
  /// Spending in current US dollars: burden times GDP.
  public let dollars: Double?
  /// Spending at constant prices: burden times real GDP.
  public let constant: Double?
  /// Spending in current US dollars as the Correlates of War project has it.
  public let correlates: Double?
  /// What the state announced, as the literature reports it.
  public let announced: Double?

  /// The announced budgets that the literature on balancing quotes: growth in current yuan.
  ///
  /// **Source.** As reported there; no series of announced budgets is embedded.
  static let announcements: [Power: [Int: Double]] = ["CHN": [2008: 0.175, 2009: 0.185]]

  /// The growth of every year in which one of the series has it.
  public static func years(of power: Power, in data: DataSet) -> [SpendingGrowth] {
    func panel(_ indicator: Indicator) -> Series? { data[indicator]?.series(of: power) }
    let burden = panel(.burden)
    let output = panel(.outputCurrent)
    let exchange = panel(.exchangeRate)
    let (people, perHead) = (panel(.population), panel(.outputPerHead))
    let correlates = panel(.militarySpendingCOW)
    func growth(_ year: Int, _ value: (Int) -> Double?) -> Double? {
      guard let before = value(year - 1), let after = value(year), before > 0 else { return nil }
      return after / before - 1
    }
    func dollars(_ year: Int) -> Double? { product(burden?[year], output?[year]) }
    let span = [burden, correlates].compactMap { $0?.coverage }
    guard let first = span.map(\.lowerBound).min(), let last = span.map(\.upperBound).max() else {
      return []
    }
    return (first...last).map { year in
      SpendingGrowth(
        year: year, local: growth(year) { product(dollars($0), exchange?[$0]) },
        dollars: growth(year, dollars),
        constant: growth(year) { product(burden?[$0], product(people?[$0], perHead?[$0])) },
        correlates: growth(year) { correlates?[$0] },
        announced: announcements[power]?[year])
    }
  }

  private static func product(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b else { return nil }
    return a * b
  }
}
