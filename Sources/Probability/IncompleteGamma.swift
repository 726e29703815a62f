import RealModule

/// The regularized upper incomplete gamma function.
///
///     Q(a, x) = ∫ₓ^∞ tᵃ⁻¹ e⁻ᵗ dt / Γ(a)
///
/// A chi-square of *ν* degrees of freedom exceeds *x* with the probability *Q(ν/2, x/2)*.
enum IncompleteGamma {
  /// - Precondition: A positive *a* and an *x* that is not negative.
  static func upper(_ a: Double, _ x: Double) -> Double {
    precondition(a > 0 && x >= 0, "an incomplete gamma needs a positive shape")
    guard x > 0 else { return 1 }
    let scale = Double.exp(a * .log(x) - x - .logGamma(a))
    return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x)
  }

  /// The power series of the lower part.
  ///
  /// **Source.** DLMF 8.11.4, https://dlmf.nist.gov/8.11.E4.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var step = a
    while term > sum * 1e-17 {
      step += 1
      term *= x / step
      sum += term
    }
    return sum
  }

  /// The continued fraction by Lentz's method; its terms never vanish for *x ≥ a + 1*.
  ///
  /// **Source.** DLMF 8.9.2, https://dlmf.nist.gov/8.9.E2, contracted to its even part.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    for step in 1...10_000 {
      let numerator = -Double(step) * (Double(step) - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      value *= c * d
      if abs(c * d - 1) < 1e-16 { break }
    }
    return value
  }
}
