/// Equal differences are equal distances.
public struct LinearScale: Scale {
  public let domain: ClosedRange<Double>
  public let range: PixelRange
  public let format: TickFormat

  /// - Precondition: The domain is finite and not a point.
  public init(domain: ClosedRange<Double>, range: PixelRange, format: TickFormat = .number()) {
    precondition(
      domain.lowerBound < domain.upperBound && (domain.upperBound - domain.lowerBound).isFinite,
      "a linear scale needs a finite domain that is not a point")
    self.domain = domain
    self.range = range
    self.format = format
  }

  public func callAsFunction(_ value: Double) -> Double {
    range.place(at: (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound))
  }

  public func ticks(atMost count: Int) -> [Tick] {
    let length = domain.upperBound - domain.lowerBound
    guard count > 0 else { return [] }
    for intervals in stride(from: count, through: 1, by: -1) {
      let values = Steps(of: length, atMost: intervals).multiples(in: domain)
      if values.count <= count { return format.ticks(values) }
    }
    return []
  }
}

extension LinearScale {
  /// A domain with round ends that holds a span, and is never a point.
  static func roundDomain(around span: Span?) -> ClosedRange<Double> {
    guard let all = span?.all else { return 0...1 }
    let bound = max(-1e300, min(1e300, all.lowerBound))...max(-1e300, min(1e300, all.upperBound))
    guard bound.upperBound - bound.lowerBound > abs(bound.upperBound) * 1e-9 else {
      let value = bound.upperBound
      if value == 0 { return 0...1 }
      let margin = abs(value) / 2
      let around = value - margin...value + margin
      return Steps(of: 2 * margin, atMost: 5).widened(around)
    }
    return Steps(of: bound.upperBound - bound.lowerBound, atMost: 5).widened(bound)
  }
}
