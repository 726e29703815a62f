/// Whether one forecast's losses are lower than another's by more than chance.
///
///     DM = κ d̄ / √(Ω̂/n),   Ω̂ = γ₀ + 2 Σₖ₌₁ʰ⁻¹ (1 − k/h) γₖ,   κ² = (n − h)(n − h + 1) / n²
///
/// where *d* are the *n* differences of losses in order of origin, *γ* their autocovariances and
/// *h* the horizon in steps between origins, over which errors of overlapping forecasts are
/// correlated. Under equal accuracy it is about Student's *t* with *n − 1* degrees of freedom.
///
/// Give one loss an origin: average over pairs of powers first, because those share their years.
///
/// **Source.** Diebold and Mariano, "Comparing predictive accuracy" (1995),
/// doi:10.1080/07350015.1995.10524599; Newey and West (1987), doi:10.2307/1913610; Harvey,
/// Leybourne and Newbold, "Testing the equality of prediction mean squared errors" (1997),
/// doi:10.1016/S0169-2070(96)00719-4.
public struct DieboldMariano: Equatable, Sendable {
  /// The mean of loss less the reference's loss; negative where the forecast is better.
  public let meanDifference: Double
  /// The standard error of `meanDifference`, before the factor *κ* for small samples.
  public let standardError: Double
  /// *DM*, the factor *κ* included.
  public let statistic: Double
  public let count: Int

  /// - Parameters:
  ///   - losses: A forecast's losses, in order of origin.
  ///   - reference: Another's, for the same origins.
  ///   - horizon: The horizon *h*, in steps between origins.
  /// - Throws: `tooFewLosses` where there are no more than *h*, or one; `constantDifference`.
  /// - Precondition: As many losses as of the reference, all finite; a horizon of a step or more.
  public init(
    losses: [Double], reference: [Double], horizon: Int
  ) throws(ProbabilityError) {
    precondition(losses.count == reference.count, "losses come in pairs")
    precondition(horizon > 0, "a horizon is a step or more")
    precondition((losses + reference).allSatisfy(\.isFinite), "a loss is a finite number")
    let need = max(horizon + 1, 2)
    guard losses.count >= need else { throw .tooFewLosses(have: losses.count, need: need) }

    let differences = zip(losses, reference).map(-)
    let n = Double(losses.count)
    let mean = differences.reduce(0, +) / n
    guard differences.contains(where: { $0 != differences[0] }) else {
      throw .constantDifference(differences[0])
    }
    let h = Double(horizon)
    let variance = Self.longRunVariance(of: differences.map { $0 - mean }, horizon: horizon)
    meanDifference = mean
    standardError = (variance / n).squareRoot()
    statistic = ((n - h) * (n - h + 1)).squareRoot() / n * mean / standardError
    count = losses.count
  }

  /// The probability of so large a statistic, of either sign, under equal accuracy.
  public var pValue: Double {
    StudentT(degreesOfFreedom: Double(count - 1)).tails(beyond: statistic)
  }

  /// *Ω̂* of deviations from their mean; Bartlett's weights keep it from being negative.
  private static func longRunVariance(of deviations: [Double], horizon: Int) -> Double {
    let n = Double(deviations.count)
    return (0..<horizon).reduce(0) { sum, lag in
      let products = zip(deviations, deviations.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 }
      let weight = lag == 0 ? 1 : 2 * (1 - Double(lag) / Double(horizon))
      return sum + weight * products / n
    }
  }
}
