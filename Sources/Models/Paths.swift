import Probability

/// One indicator's paths in one block of futures.
///
/// **Shape.** `values[(step * rows + row) * lanes + lane]`, the first step in the first year.
public struct Paths: Sendable {
  public let years: ClosedRange<Int>
  public let rows: Int
  public var values: [Double]

  /// Paths whose every value is missing.
  public init(years: ClosedRange<Int>, rows: Int) {
    self.years = years
    self.rows = rows
    values = [Double](repeating: .nan, count: years.count * rows * BlockStream.lanes)
  }

  /// Where the lanes of a row in a year begin.
  public func offset(year: Int, row: Int) -> Int {
    ((year - years.lowerBound) * rows + row) * BlockStream.lanes
  }
}
