import Panels
import Probability

extension BacktestResult.Level {
  /// How many numbers stand for a sample.
  static let sketched = 100

  /// Scores a sample.
  init(
    origin: Int, power: Power, horizon: Int, model: String, sample: SampleForecast,
    observed: Double
  ) {
    self.init(
      origin: origin, power: power, horizon: horizon, model: model,
      forecast: sample.quantiles(at: BacktestResult.quantiles), mean: sample.mean,
      crps: sample.crps(of: observed), observed: observed,
      sketch: Self.points(Self.sketched, of: sample.values).map { Float($0) })
  }

  /// Pools several models' forecasts of one growth.
  ///
  /// - Parameters:
  ///   - levels: At least one, all of the same power, origin and horizon.
  ///   - model: The name of the pool.
  ///   - shares: What part each has; their sum is 1.
  init(pooling levels: [Self], by model: String, shares: [Double]) {
    let counts = Shares(shares).counts(of: 2 * Self.sketched)
    let sample = zip(levels, counts).flatMap { level, count in
      Self.points(count, of: level.sketch.map { Double($0) })
    }
    let first = levels[0]
    self.init(
      origin: first.origin, power: first.power, horizon: first.horizon, model: model,
      sample: SampleForecast(sample), observed: first.observed)
  }

  /// Quantiles in the middle of equal parts of a sorted sample.
  private static func points(_ count: Int, of sorted: [Double]) -> [Double] {
    (0..<count).map { quantile((Double($0) + 0.5) / Double(count), ofSorted: sorted) }
  }
}
