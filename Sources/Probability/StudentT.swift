/// Student's distribution: that of a mean over its own standard error.
///
/// **Source.** Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* 2 (1995),
/// chapter 28.
public struct StudentT: Equatable, Sendable {
  public let degreesOfFreedom: Double

  /// - Precondition: Degrees of freedom are positive; they need not be whole.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "Student's distribution needs a degree of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of being as far from zero as this, on either side.
  ///
  ///     P(|T| ≥ |t|) = I_x(ν/2, ½),   x = ν / (ν + t²)
  public func tails(beyond t: Double) -> Double {
    precondition(!t.isNaN, "a probability needs a number")
    guard t.isFinite else { return 0 }
    let square = t * t
    let sum = degreesOfFreedom + square
    return IncompleteBeta.regularized(
      degreesOfFreedom / sum, complement: square / sum, degreesOfFreedom / 2, 0.5)
  }

  /// The probability of being below.
  public func cumulative(_ t: Double) -> Double {
    let tail = tails(beyond: t) / 2
    return t < 0 ? tail : 1 - tail
  }
}
