public import Panels

/// The measures of some powers in one block of futures.
public struct MeasuredBlock: Sendable {
  /// The block's number, counted from zero.
  public let index: Int
  public let years: ClosedRange<Int>
  public let powers: [Power]
  /// How many of the lanes count.
  public let used: Int
  /// How many lanes there are.
  public let lanes: Int
  /// One array a measure: `((year - years.lowerBound) * powers.count + row) * lanes + lane`.
  let values: [[Double]]

  /// The level of a measure of a power, by their places, in a year on a lane.
  public subscript(measure: Int, row: Int, year: Int, lane: Int) -> Double {
    values[measure][((year - years.lowerBound) * powers.count + row) * lanes + lane]
  }

  /// The levels of all powers, in their order, in a year on a lane.
  public func levels(of measure: Int, in year: Int, lane: Int) -> [Double] {
    powers.indices.map { self[measure, $0, year, lane] }
  }
}
