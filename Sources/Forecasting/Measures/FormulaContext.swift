import Panels

/// What the past says that formulas need in the futures: the size of the system, and stocks.
///
/// States outside the simulation keep their proportion to those inside, as it was in the last
/// year of the record. Stocks go on from where they stood before the futures' first year.
struct FormulaContext: Sendable {
  private let scales: [Formula: Double]
  private let stocks: [Formula: [Double]]
  private let years: ClosedRange<Int>
  private let rows: [Power: Int]

  /// The past, which holds every state, and before which nothing is known.
  static let past = FormulaContext(scales: [:], stocks: [:], years: 0...0, rows: [:])

  private init(
    scales: [Formula: Double], stocks: [Formula: [Double]], years: ClosedRange<Int>,
    rows: [Power: Int]
  ) {
    self.scales = scales
    self.stocks = stocks
    self.years = years
    self.rows = rows
  }

  /// Learns what some formulas need.
  ///
  /// - Parameters:
  ///   - formulas: What will be evaluated in the futures.
  ///   - past: Everything known at the origin, one lane.
  ///   - simulated: Whose futures are drawn.
  init(for formulas: [Formula], past: Futures<Double>, simulated: [Power]) {
    let everyone = Array(past.powers.indices)
    let inside = Set(simulated)
    let insiders = everyone.filter { inside.contains(past.powers[$0]) }
    let totals = Array(Set(formulas.flatMap(\.totals)))
    let found = concurrently(totals) { Self.scale(of: $0, past: past, insiders: insiders) }
    var scales: [Formula: Double] = [:]
    for (formula, scale) in zip(totals, found) { scales[formula] = scale }
    var stocks: [Formula: [Double]] = [:]
    for case .stock(let flow, let rate) in Set(formulas.flatMap(\.nodes)) {
      let stock = Formula.stock(flow, rate: rate)
      stocks[stock] = stock.values(in: past, rows: everyone, context: .past)
    }
    self.init(
      scales: scales, stocks: stocks, years: past.years,
      rows: Dictionary(uniqueKeysWithValues: past.powers.enumerated().map { ($1, $0) }))
  }

  /// How much larger the sum of a formula over all states is than over those simulated.
  func scale(of formula: Formula) -> Double { scales[formula] ?? 1 }

  /// What a stock stood at in a year of the past; missing where it had not begun.
  func stock(of formula: Formula, power: Power, at year: Int) -> Double {
    guard let values = stocks[formula], let row = rows[power], years.contains(year) else {
      return .nan
    }
    return values[(year - years.lowerBound) * rows.count + row]
  }

  /// Compares sums over all powers of the past with sums over some.
  private static func scale(
    of formula: Formula, past: Futures<Double>, insiders: [Int]
  ) -> Double? {
    let count = past.powers.count
    let values = formula.values(in: past, rows: Array(0..<count), context: .past)
    // The last year in which most of the simulated powers have a value.
    let known = (0..<past.years.count).map { step in
      insiders.map { values[step * count + $0] }.filter { !$0.isNaN }
    }
    let most = known.map(\.count).max() ?? 0
    guard let step = known.lastIndex(where: { 10 * $0.count >= 9 * most && !$0.isEmpty }) else {
      return nil
    }
    let sum = known[step].reduce(0, +)
    let all = values[step * count..<(step + 1) * count].lazy.filter { !$0.isNaN }.reduce(0, +)
    return sum > 0 ? all / sum : nil
  }
}
