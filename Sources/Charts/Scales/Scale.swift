/// A way from values of the data to places along an edge of the plot.
public protocol Scale: Sendable {
  /// The values from the start of the range to its end.
  var domain: ClosedRange<Double> { get }
  var range: PixelRange { get }

  /// The place of a value in pixels; not a number where the value has no place.
  func callAsFunction(_ value: Double) -> Double

  /// Round values inside the domain, no more of them than a count, in rising order.
  func ticks(atMost count: Int) -> [Tick]
}

/// From where to where a scale runs, in pixels; upward scales end above their start.
public struct PixelRange: Equatable, Sendable {
  public let start: Double
  public let end: Double

  public init(from start: Double, to end: Double) {
    self.start = start
    self.end = end
  }

  var length: Double { abs(end - start) }

  /// The place at a part of the way, 0 at the start and 1 at the end.
  func place(at part: Double) -> Double {
    let place = start + part * (end - start)
    return abs(place) < 1e7 ? place : .nan
  }
}

/// A value that an axis names, and its name.
public struct Tick: Equatable, Sendable {
  public let value: Double
  public let label: String

  public init(value: Double, label: String) {
    self.value = value
    self.label = label
  }
}
