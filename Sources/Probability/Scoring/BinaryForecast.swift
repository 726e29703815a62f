import RealModule

/// The probability of an event, and whether it happened.
public struct BinaryForecast: Equatable, Sendable {
  public let probability: Double
  public let occurred: Bool

  /// - Precondition: A probability from 0 to 1.
  public init(probability: Double, occurred: Bool) {
    precondition(probability >= 0 && probability <= 1, "a probability is from 0 to 1")
    self.probability = probability
    self.occurred = occurred
  }

  /// One if it happened, zero if not.
  public var outcome: Double { occurred ? 1 : 0 }

  /// The squared distance of the probability from the outcome; 0 is best, 1 is worst.
  ///
  ///     BS = (p − o)²
  ///
  /// **Source.** Brier, "Verification of forecasts expressed in terms of probability" (1950),
  /// doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2, halved as is now usual.
  public var brierScore: Double {
    let error = probability - outcome
    return error * error
  }

  /// The surprise at the outcome, in natural units; 0 is best.
  ///
  ///     LS = −ln p′ if it happened, −ln (1 − p′) if not,   p′ = min(max(p, ε), 1 − ε)
  ///
  /// A sure forecast that fails would cost infinitely much; the floor *ε* says how much it costs
  /// instead, *−ln ε*. A forecast from *N* futures knows no probability below about *1/(2N)*.
  ///
  /// **Source.** Good, "Rational decisions" (1952), doi:10.1111/j.2517-6161.1952.tb00104.x.
  ///
  /// - Precondition: A floor from 0, which is none, to below one half.
  public func logScore(floor: Double) -> Double {
    precondition(floor >= 0 && floor < 0.5, "a floor is from 0 to below one half")
    let held = min(max(probability, floor), 1 - floor)
    return -.log(occurred ? held : 1 - held)
  }
}
