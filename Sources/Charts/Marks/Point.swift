/// A pair of values; not a number where one is missing.
public struct Point: Equatable, Sendable {
  public let x: Double
  public let y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

extension [Point] {
  /// Points of the years in order, one value a year, not a number where it is missing.
  ///
  /// - Precondition: One value a year.
  public init(years: ClosedRange<Int>, values: [Double]) {
    precondition(values.count == years.count, "points need one value a year")
    self = zip(years, values).map { Point(x: Double($0), y: $1) }
  }
}
