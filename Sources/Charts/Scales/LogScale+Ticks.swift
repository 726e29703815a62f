import RealModule

extension LogScale {
  /// The densest family of round values that is not too dense.
  ///
  /// Near one they are doublings (0.25, 0.5, 1, 2); elsewhere 1, 2, 5 and 10; over many decades
  /// powers of ten; over less than a factor of three, equal steps.
  public func ticks(atMost count: Int) -> [Tick] {
    guard count > 0 else { return [] }
    for family in families where (2...max(count, 2)).contains(family.count) {
      return format.separateTicks(family)
    }
    return format.separateTicks(Array(decades(every: 1).prefix(count)))
  }

  private var families: [[Double]] {
    let linear = domain.upperBound / domain.lowerBound < 3 ? equalSteps : []
    let sparse = [1, 2, 3, 5, 10, 20, 50, 100].map { decades(every: $0) }
    return linear + [doublings, products(of: [1, 2, 5]), products(of: [1, 3])] + sparse
  }

  private var equalSteps: [[Double]] {
    stride(from: 8, through: 1, by: -1).map { count in
      Steps(of: domain.upperBound - domain.lowerBound, atMost: count).multiples(in: domain)
    }
  }

  /// Powers of two, where the domain is near enough to one for them to be read: not 0.0625.
  private var doublings: [Double] {
    let isNearOne = domain.lowerBound > 0.125 && domain.upperBound < 40
    guard isNearOne, domain.contains(1) else { return [] }
    return (-5...5).map { .pow(2, $0) }.filter(domain.contains)
  }

  private func products(of leading: [Double]) -> [Double] {
    decadeExponents.flatMap { exponent in leading.map { $0 * Self.power(exponent) } }
      .filter(domain.contains)
  }

  private func decades(every step: Int) -> [Double] {
    decadeExponents.filter { $0.isMultiple(of: step) }.map(Self.power).filter(domain.contains)
  }

  private var decadeExponents: ClosedRange<Int> {
    let first = Int(Double.log10(domain.lowerBound).rounded(.down))
    let last = Int(Double.log10(domain.upperBound).rounded(.up))
    return first...last
  }

  private static func power(_ exponent: Int) -> Double {
    exponent < 0 ? 1 / .pow(10, -exponent) : .pow(10, exponent)
  }
}
