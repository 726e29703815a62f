import RealModule

/// Equal ratios are equal distances.
public struct LogScale: Scale {
  public let domain: ClosedRange<Double>
  public let range: PixelRange
  public let format: TickFormat

  /// - Precondition: The domain is finite, above zero and not a point.
  public init(domain: ClosedRange<Double>, range: PixelRange, format: TickFormat = .ratio) {
    precondition(
      0 < domain.lowerBound && domain.lowerBound < domain.upperBound
        && domain.upperBound.isFinite,
      "a logarithmic scale needs a finite domain above zero that is not a point")
    self.domain = domain
    self.range = range
    self.format = format
  }

  public func callAsFunction(_ value: Double) -> Double {
    guard value > 0 else { return .nan }
    return range.place(
      at: (.log(value) - .log(domain.lowerBound))
        / (.log(domain.upperBound) - .log(domain.lowerBound)))
  }
}

extension LogScale {
  /// A domain a little wider than the values above zero, and never a point.
  static func roundDomain(around span: Span?) -> ClosedRange<Double> {
    guard let positive = span?.positive else { return 0.1...10 }
    let lower = max(1e-250, min(positive.lowerBound, 1e250))
    let upper = max(1e-250, min(positive.upperBound, 1e250))
    guard upper / lower > 1 + 1e-9 else { return lower / 2...lower * 2 }
    let margin = Double.exp(0.04 * (.log(upper) - .log(lower)))
    return lower / margin...upper * margin
  }
}
