/// The least and the greatest of some values, and of those above zero.
///
/// Values that are missing or infinite do not count.
public struct Span: Equatable, Sendable {
  public let all: ClosedRange<Double>
  /// What a logarithmic scale can show of it, if anything.
  public let positive: ClosedRange<Double>?

  public init?(_ values: some Sequence<Double>) {
    let finite = values.filter(\.isFinite)
    guard let lower = finite.min(), let upper = finite.max() else { return nil }
    all = lower...upper
    positive = finite.filter { $0 > 0 }.min().map { $0...upper }
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
