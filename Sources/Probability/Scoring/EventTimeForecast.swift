import RealModule

/// The probability that an event has happened, year by year; it may never happen.
///
/// **Shape.** `cumulative[k]` is *F(k + 1)*, the probability by the end of year *k + 1* after the
/// origin.
public struct EventTimeForecast: Equatable, Sendable {
  public let cumulative: [Double]

  /// - Precondition: At least one year; probabilities from 0 to 1 that do not descend.
  public init(cumulative: [Double]) {
    precondition(!cumulative.isEmpty, "a forecast needs a year")
    precondition(cumulative.allSatisfy { $0 >= 0 && $0 <= 1 }, "a probability is from 0 to 1")
    precondition(zip(cumulative, cumulative.dropFirst()).allSatisfy(<=), "it does not descend")
    self.cumulative = cumulative
  }

  public var horizon: Int { cumulative.count }

  /// *F(t)*, the probability by a year.
  ///
  /// - Precondition: A year from 0, the origin, to the horizon.
  public func probability(by year: Int) -> Double {
    precondition((0...horizon).contains(year), "year \(year) of \(horizon)")
    return year == 0 ? 0 : cumulative[year - 1]
  }

  /// The forecast and the outcome at one horizon, where the record reaches so far.
  public func binary(at horizon: Int, _ time: EventTime) -> BinaryForecast? {
    time.happened(by: horizon).map {
      BinaryForecast(probability: probability(by: horizon), occurred: $0)
    }
  }

  /// The threshold-weighted continuous ranked probability score, in years; 0 is best.
  ///
  ///     twCRPS = Σₜ₌₁ᴴ (F(t) − 1{T ≤ t})²,   H = min(horizon, last observable year)
  ///
  /// It is the sum of the Brier scores at each year. Because the record ends at a date that
  /// does not depend on the event, it is proper without weights for censoring.
  ///
  /// **Source.** Gneiting and Ranjan, "Comparing density forecasts using threshold- and
  /// quantile-weighted scoring rules" (2011), doi:10.1198/jbes.2010.08110.
  public func crps(of time: EventTime) -> Double {
    (0..<min(horizon, time.lastObservable)).reduce(0) { sum, k in
      let happened = time.year.map { $0 <= k + 1 } ?? false
      let error = cumulative[k] - (happened ? 1 : 0)
      return sum + error * error
    }
  }

  /// The surprise at the year it happened, or at its not having happened so far.
  ///
  ///     −ln (F(T) − F(T − 1)) if T ≤ H, −ln (1 − F(H)) if not,   H = min(horizon, last observable)
  ///
  /// - Parameters:
  ///   - time: When it happened.
  ///   - floor: The least probability that counts, as 1/(2N) of a sample of *N*.
  /// - Returns: The surprise in natural units; 0 is best.
  public func logScore(of time: EventTime, floor: Double) -> Double {
    precondition(floor >= 0 && floor < 0.5, "a floor is from 0 to below one half")
    let bounds = jump(at: time)
    return -.log(max(bounds.upper - bounds.lower, floor))
  }

  /// The randomized probability integral transform of the year it happened.
  ///
  ///     U = F(T − 1) + V (F(T) − F(T − 1)) if T ≤ H, F(H) + V (1 − F(H)) if not
  ///
  /// **Source.** Czado, Gneiting and Held (2009), doi:10.1111/j.1541-0420.2009.01191.x; what is
  /// censored is drawn from what remains of the distribution.
  ///
  /// - Parameters:
  ///   - time: When it happened.
  ///   - deviate: *V*, from 0 to 1; the caller draws it.
  /// - Returns: A number from 0 to 1.
  public func integralTransform(of time: EventTime, deviate: Double) -> Double {
    precondition(deviate >= 0 && deviate <= 1, "a uniform deviate is from 0 to 1")
    let bounds = jump(at: time)
    return bounds.lower + deviate * (bounds.upper - bounds.lower)
  }

  /// Where the distribution stands just before and just after the outcome.
  private func jump(at time: EventTime) -> (lower: Double, upper: Double) {
    let end = min(horizon, time.lastObservable)
    if let year = time.year, year <= end {
      return (probability(by: year - 1), probability(by: year))
    }
    return (probability(by: end), 1)
  }
}
