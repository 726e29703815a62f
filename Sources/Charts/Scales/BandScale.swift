/// Categories in order, each in the middle of a band of its own.
///
/// The value of a category is its index: 0, 1, 2, …
public struct BandScale: Scale {
  public let labels: [String]
  public let range: PixelRange

  public init(_ labels: [String], range: PixelRange) {
    self.labels = labels
    self.range = range
  }

  public var domain: ClosedRange<Double> {
    -0.5...Double(max(labels.count, 1)) - 0.5
  }

  /// The width of a band in pixels.
  public var bandwidth: Double {
    range.length / Double(max(labels.count, 1))
  }

  public func callAsFunction(_ value: Double) -> Double {
    range.place(at: (value + 0.5) / Double(max(labels.count, 1)))
  }

  /// Every category, however many: a category without a name could not be read.
  public func ticks(atMost count: Int) -> [Tick] {
    labels.enumerated().map { Tick(value: Double($0), label: $1) }
  }
}
