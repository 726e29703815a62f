public import Panels

/// One measure of all powers in all years known.
public struct MeasureRecord: Sendable {
  public let years: ClosedRange<Int>
  public let powers: [Power]
  // values[(year - years.lowerBound) * powers.count + row]; NaN where missing.
  private let values: [Double]
  private let rows: [Power: Int]

  /// Computes the measure wherever the data hold all that it needs.
  public init(_ measure: Measure, data: DataSet) {
    let measure = measure.resolved(in: data)
    let past = Futures(past: data, of: measure.formula.indicators)
    years = past.years
    powers = past.powers
    values = measure.formula.values(
      in: past, rows: Array(past.powers.indices), context: .past)
    rows = Dictionary(uniqueKeysWithValues: powers.enumerated().map { ($1, $0) })
  }

  public subscript(power: Power, year: Int) -> Double? {
    guard let row = rows[power], years.contains(year) else { return nil }
    let value = values[(year - years.lowerBound) * powers.count + row]
    return value > 0 ? value : nil
  }

  /// The first year in which any power has a value.
  var firstYear: Int? {
    years.first { year in powers.contains { self[$0, year] != nil } }
  }

  /// The last year in which any power has a value.
  var lastYear: Int? {
    years.last { year in powers.contains { self[$0, year] != nil } }
  }

  /// Whether a power has a value in every one of some years.
  func isUnbroken(_ power: Power, over span: ClosedRange<Int>) -> Bool {
    span.allSatisfy { self[power, $0] != nil }
  }

  /// Whether a challenger reached an incumbent in the years after an origin, if all are known.
  public func crossed(
    _ challenger: Power, _ incumbent: Power, after origin: Int, within horizon: Int
  ) -> Bool? {
    var reached = false
    for year in origin + 1...origin + horizon {
      guard let above = self[challenger, year], let below = self[incumbent, year] else {
        return nil
      }
      reached = reached || above >= below
    }
    return reached
  }
}
