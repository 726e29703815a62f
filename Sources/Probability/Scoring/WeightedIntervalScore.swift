/// The interval scores of all central intervals in one, and what it is made of.
///
///     WIS = (½ |y − m| + Σₖ (αₖ/2) ISₖ) / (K + ½)
///
/// for a median *m* and *K* central intervals that leave out *αₖ*. It is twice the mean pinball
/// loss over the same levels. Its parts are how wide the forecast is, how far it is above what
/// happened, and how far below.
///
/// **Units.** The quantity's own.
/// **Source.** Bracher, Ray, Gneiting and Reich, "Evaluating epidemic forecasts in an interval
/// format" (2021), doi:10.1371/journal.pcbi.1008618.
public struct WeightedIntervalScore: Equatable, Sendable {
  public let dispersion: Double
  public let overprediction: Double
  public let underprediction: Double

  public var total: Double { dispersion + overprediction + underprediction }

  /// - Precondition: Levels are symmetric about one half, which is among them; a finite
  ///   observation.
  public init(of forecast: QuantileForecast, observed: Double) {
    precondition(observed.isFinite, "an observation is a finite number")
    precondition(!forecast.levels.count.isMultiple(of: 2), "an interval score needs a median")
    let intervals = forecast.centralIntervals
    let median = forecast.values[intervals.count]
    let scale = 1 / (Double(intervals.count) + 0.5)
    dispersion = scale * intervals.reduce(0) { $0 + (1 - $1.coverage) / 2 * $1.width }
    overprediction =
      scale * intervals.reduce(max(0, median - observed) / 2) { $0 + $1.shortfall(of: observed) }
    underprediction =
      scale * intervals.reduce(max(0, observed - median) / 2) { $0 + $1.excess(of: observed) }
  }
}
