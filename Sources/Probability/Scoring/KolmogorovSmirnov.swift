import RealModule

/// The greatest distance of a sample's distribution from the uniform one.
///
///     D = sup |Fₙ(u) − u|
///
/// **Source.** Stephens, "EDF statistics for goodness of fit and some comparisons" (1974),
/// doi:10.1080/01621459.1974.10480196.
public struct KolmogorovSmirnov: Equatable, Sendable {
  public let statistic: Double
  public let count: Int

  /// - Precondition: At least one number, all from 0 to 1.
  public init(uniform values: [Double]) {
    precondition(!values.isEmpty, "a distance needs a sample")
    precondition(values.allSatisfy { $0 >= 0 && $0 <= 1 }, "numbers are from 0 to 1")
    let n = Double(values.count)
    count = values.count
    statistic = values.sorted().enumerated().reduce(0) { largest, entry in
      let below = entry.element - Double(entry.offset) / n
      let above = Double(entry.offset + 1) / n - entry.element
      return max(largest, below, above)
    }
  }

  /// The probability of so great a distance where numbers are uniform and independent.
  ///
  /// The limit of many numbers, at *x + 1/(6 √n) + (x − 1)/(4n)* where *x = √n D*: within 0.008
  /// of the exact probability from 5 numbers on, within 0.0006 from 20.
  ///
  /// **Source.** Vrbik, "Deriving CDF of Kolmogorov-Smirnov test statistic" (2020),
  /// doi:10.4236/am.2020.113018.
  public var pValue: Double {
    let root = Double(count).squareRoot()
    let x = root * statistic
    return Self.limit(x + 1 / (6 * root) + (x - 1) / (4 * Double(count)))
  }

  /// The probability that *√n D* exceeds *x* as *n* grows.
  ///
  ///     Q(x) = 2 Σₖ (−1)ᵏ⁻¹ exp(−2 k² x²) = 1 − (√(2π)/x) Σₖ exp(−(2k − 1)² π² / (8 x²))
  static func limit(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x < 1.18 else {
      let terms = (1...4).map { k in Double.exp(-2 * Double(k * k) * x * x) }
      return 2 * (terms[0] - terms[1] + terms[2] - terms[3])
    }
    let terms = [1.0, 3, 5, 7].map { odd in
      let angle = odd * .pi / x
      return Double.exp(-angle * angle / 8)
    }
    return 1 - (2 * .pi).squareRoot() / x * terms.reduce(0, +)
  }
}
