/// The least and the greatest of some values, and of those above zero.
///
/// Values that are missing or infinite do not count.
public struct Span: Equatable, Sendable {
  public let all: ClosedRange<Double>
  /// What a logarithmic scale can show of it, if anything.
  public let positive: ClosedRange<Double>?

  public init?(_ values: some Sequence<Double>) {
    var (lower, upper, least) = (Double.infinity, -Double.infinity, Double.infinity)
    for value in values where value.isFinite {
      lower = min(lower, value)
      upper = max(upper, value)
      if value > 0 { least = min(least, value) }
    }
    guard lower <= upper else { return nil }
    all = lower...upper
    positive = least <= upper ? least...upper : nil
  }

  /// The span of both, or of the one there is.
  static func union(_ a: Span?, _ b: Span?) -> Span? {
    let both = [a, b].compactMap(\.self)
    return Span(both.flatMap { $0.bounds })
  }

  private var bounds: [Double] {
    [all.lowerBound, all.upperBound] + (positive.map { [$0.lowerBound] } ?? [])
  }
}
