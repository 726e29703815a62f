import RealModule

/// Multiples of 1, 2 or 5 times a power of ten.
struct Steps: Equatable, Sendable {
  /// 1, 2 or 5.
  let leading: Int
  /// The power of ten that multiplies it.
  let exponent: Int

  /// The smallest step that goes into a length no more than so many times.
  init(of length: Double, atMost count: Int) {
    let raw = length / Double(max(count, 1))
    let power = Int(Double.log10(raw).rounded(.down))
    let part = raw / Self.power(power)
    let leading = [1, 2, 5].first { Double($0) >= part * (1 - 1e-9) }
    self.leading = leading ?? 1
    exponent = leading == nil ? power + 1 : power
  }

  /// How many decimals the multiples have.
  var places: Int { max(0, -exponent) }

  /// The multiple by a whole number, as exact as a number can be.
  func multiple(_ count: Double) -> Double {
    let whole = count * Double(leading)
    return exponent < 0 ? whole / Self.power(-exponent) : whole * Self.power(exponent)
  }

  /// The multiples in a range.
  func multiples(in range: ClosedRange<Double>) -> [Double] {
    let unit = multiple(1)
    let first = (range.lowerBound / unit - 1e-6).rounded(.up)
    let last = (range.upperBound / unit + 1e-6).rounded(.down)
    guard first <= last, last - first < 10_000 else { return [] }
    return stride(from: first, through: last, by: 1).map { multiple($0) }
  }

  /// The range widened to multiples at both ends.
  func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let unit = multiple(1)
    let first = (range.lowerBound / unit + 1e-6).rounded(.down)
    let last = (range.upperBound / unit - 1e-6).rounded(.up)
    return multiple(first)...multiple(last)
  }

  private static func power(_ exponent: Int) -> Double {
    exponent < 0 ? 1 / .pow(10, -exponent) : .pow(10, exponent)
  }
}
