/// A forecast interval that leaves equal probability on either side.
public struct CentralInterval: Equatable, Sendable {
  public let range: ClosedRange<Double>
  /// The probability that the interval claims, *1 − α*.
  public let coverage: Double

  /// - Precondition: Finite ends, and a coverage between 0 and 1.
  public init(_ range: ClosedRange<Double>, coverage: Double) {
    precondition(range.lowerBound.isFinite && range.upperBound.isFinite, "an interval is finite")
    precondition(coverage > 0 && coverage < 1, "a coverage is between 0 and 1")
    self.range = range
    self.coverage = coverage
  }

  public var width: Double { range.upperBound - range.lowerBound }

  /// Whether the observation lies in it, ends included.
  public func contains(_ observed: Double) -> Bool {
    precondition(observed.isFinite, "an observation is a finite number")
    return range.contains(observed)
  }

  /// How far the observation lies below the interval; zero inside and above.
  func shortfall(of observed: Double) -> Double { max(0, range.lowerBound - observed) }

  /// How far the observation lies above the interval; zero inside and below.
  func excess(of observed: Double) -> Double { max(0, observed - range.upperBound) }

  /// The width, and a penalty for missing the observation; 0 is best.
  ///
  ///     IS = (u − l) + (2/α) (l − y)⁺ + (2/α) (y − u)⁺
  ///
  /// **Units.** The quantity's own.
  /// **Source.** Winkler, "A decision-theoretic approach to interval estimation" (1972),
  /// doi:10.1080/01621459.1972.10481224; Gneiting and Raftery (2007), eq. 43.
  public func score(of observed: Double) -> Double {
    precondition(observed.isFinite, "an observation is a finite number")
    return width + 2 / (1 - coverage) * (shortfall(of: observed) + excess(of: observed))
  }
}
