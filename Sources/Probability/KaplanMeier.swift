import RealModule

/// How long things last, learned from some that ended and some that have not ended yet.
///
///     S(t) = Π (1 − dᵢ / nᵢ)   over the times tᵢ ≤ t
///
/// **Source.** Kaplan and Meier, "Nonparametric estimation from incomplete observations" (1958),
/// doi:10.2307/2281868; variances by Greenwood, intervals on the scale *log(−log S)* after
/// Kalbfleisch and Prentice, *The Statistical Analysis of Failure Time Data* (1980), §1.3.
public struct KaplanMeier: Equatable, Sendable {
  /// A time at which something ended.
  public struct Step: Equatable, Sendable {
    public let time: Double
    /// How many lasted at least so long.
    public let atRisk: Int
    public let ended: Int
    public let survival: Double
    public let low: Double
    public let high: Double
  }

  public let steps: [Step]

  /// Estimates the curve.
  ///
  /// - Parameters:
  ///   - durations: How long each lasted or has lasted so far.
  ///   - ended: Whether each has ended.
  ///   - level: The probability that the interval of each step is to hold.
  /// - Precondition: A duration an end, none negative.
  public init(durations: [Double], ended: [Bool], level: Double = 0.9) {
    precondition(durations.count == ended.count, "a duration needs to know whether it ended")
    let times = Set(zip(durations, ended).filter(\.1).map(\.0)).sorted()
    let width = Normal.quantile(0.5 + level / 2)
    var survival = 1.0
    var variance = 0.0
    steps = times.map { time in
      let atRisk = durations.count { $0 >= time }
      let ends = zip(durations, ended).count { $0 == time && $1 }
      survival *= 1 - Double(ends) / Double(atRisk)
      variance += Double(ends) / (Double(atRisk) * Double(atRisk - ends))
      let (low, high) = Self.interval(survival, variance, width)
      return Step(
        time: time, atRisk: atRisk, ended: ends, survival: survival, low: low, high: high)
    }
  }

  /// The first time by which half have ended, or nothing where fewer have.
  public var median: Double? { steps.first { $0.survival <= 0.5 }?.time }

  private static func interval(
    _ survival: Double, _ variance: Double, _ width: Double
  ) -> (Double, Double) {
    guard survival > 0 else { return (0, 0) }
    let log = Double.log(survival)
    let spread = width * variance.squareRoot() / abs(log)
    return (.exp(log * .exp(spread)), .exp(log * .exp(-spread)))
  }
}
