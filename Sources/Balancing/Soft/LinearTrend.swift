import Probability
import RealModule

/// A straight line through the years before a date, and what it says of the years after.
///
///     y = a + b (t − t̄)
public struct LinearTrend: Equatable, Sendable {
  public let slope: Double
  public let count: Int
  private let meanYear: Double
  private let mean: Double
  private let deviation: Double
  private let spread: Double

  /// Fits by least squares; nothing for fewer than five years.
  public init?(_ points: [(year: Int, value: Double)]) {
    guard points.count >= 5 else { return nil }
    let number = Double(points.count)
    let meanYear = points.reduce(0) { $0 + Double($1.year) } / number
    let mean = points.reduce(0) { $0 + $1.value } / number
    let spread = points.reduce(0) { sum, point in
      sum + (Double(point.year) - meanYear) * (Double(point.year) - meanYear)
    }
    guard spread > 0 else { return nil }
    let slope =
      points.reduce(0) { $0 + (Double($1.year) - meanYear) * ($1.value - mean) } / spread
    let squares = points.reduce(0) { sum, point in
      let error = point.value - mean - slope * (Double(point.year) - meanYear)
      return sum + error * error
    }
    self.slope = slope
    self.meanYear = meanYear
    self.mean = mean
    self.spread = spread
    count = points.count
    deviation = (squares / (number - 2)).squareRoot()
  }

  public func value(in year: Int) -> Double { mean + slope * (Double(year) - meanYear) }

  /// The standard error of a prediction: of the line, and of a value about it.
  public func error(in year: Int) -> Double {
    let distance = Double(year) - meanYear
    return deviation * (1 + 1 / Double(count) + distance * distance / spread).squareRoot()
  }

  /// The probability, were the trend to go on, of a value at least so far from it.
  public func significance(of value: Double, in year: Int) -> Double {
    let error = error(in: year)
    guard error > 0 else { return value == self.value(in: year) ? 1 : 0 }
    return StudentT(degreesOfFreedom: Double(count - 2))
      .tails(beyond: (value - self.value(in: year)) / error)
  }
}
