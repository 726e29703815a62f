/// Calendar years, or parts of them; equal times are equal distances.
public struct YearScale: Scale {
  public let domain: ClosedRange<Double>
  public let range: PixelRange
  private let named: ClosedRange<Double>

  /// Spans the years of a domain, and names those of a part of it.
  ///
  /// - Precondition: The domain is not a point, and lies between the years -9999 and 9999.
  public init(
    domain: ClosedRange<Double>, range: PixelRange, named: ClosedRange<Double>? = nil
  ) {
    precondition(
      domain.lowerBound < domain.upperBound && domain.lowerBound >= -9999
        && domain.upperBound <= 9999,
      "a scale of years needs years, and more than one")
    self.domain = domain
    self.range = range
    self.named = named?.clamped(to: domain) ?? domain
  }

  public func callAsFunction(_ value: Double) -> Double {
    range.place(at: (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound))
  }

  /// The most that fit; every 25 years may name more than every 20, for the ends' sake.
  public func ticks(atMost count: Int) -> [Tick] {
    let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000]
    let fitting = steps.map { (step: $0, count: number(every: $0)) }.filter { $0.count <= count }
    return fitting.max { $0.count < $1.count }.map { years(every: $0.step) } ?? []
  }

  private func number(every step: Int) -> Int {
    let (first, last) = (named.lowerBound / Double(step), named.upperBound / Double(step))
    return max(0, Int(last.rounded(.down)) - Int(first.rounded(.up)) + 1)
  }

  private func years(every step: Int) -> [Tick] {
    let first = Int((named.lowerBound / Double(step)).rounded(.up)) * step
    let last = Int(named.upperBound.rounded(.down))
    return stride(from: first, through: last, by: step).map {
      Tick(value: Double($0), label: "\($0)")
    }
  }
}

extension YearScale {
  /// The years of a span; around a single year, one year on either side.
  static func domain(around span: Span?) -> ClosedRange<Double> {
    guard let all = span?.all else { return 2000...2100 }
    let first = max(-9999, min(9998, all.lowerBound))
    let last = max(first, min(9999, all.upperBound))
    return first < last ? first...last : first - 1...first + 1
  }
}
