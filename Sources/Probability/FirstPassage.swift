import RealModule

/// When a Brownian motion with drift first reaches a barrier: the closed form.
///
/// **Source.** Karatzas and Shreve, *Brownian Motion and Stochastic Calculus* (1991), §3.5.C.
public struct FirstPassage: Sendable {
  /// How far the barrier is; positive, in log points where the motion is a log ratio.
  public let distance: Double
  /// The drift towards the barrier, a year.
  public let drift: Double
  /// The standard deviation of a year's change.
  public let volatility: Double

  public init(distance: Double, drift: Double, volatility: Double) {
    precondition(distance > 0 && volatility > 0, "a passage needs a distance and a volatility")
    self.distance = distance
    self.drift = drift
    self.volatility = volatility
  }

  /// The probability that the barrier is reached by a time.
  public func probability(by years: Double) -> Double {
    let spread = volatility * years.squareRoot()
    let reflected = Double.exp(2 * drift * distance / (volatility * volatility))
    return Normal.cumulative((drift * years - distance) / spread)
      + reflected * Normal.cumulative((-distance - drift * years) / spread)
  }

  /// The passage that is seen when the motion is looked at once every `interval` years.
  ///
  /// **Source.** Broadie, Glasserman and Kou, "A continuity correction for discrete barrier
  /// options" (1997), doi:10.1111/1467-9965.00035: the barrier moves away by 0.5826 σ √Δt.
  public func observed(every interval: Double) -> FirstPassage {
    FirstPassage(
      distance: distance + 0.5826 * volatility * interval.squareRoot(), drift: drift,
      volatility: volatility)
  }
}
