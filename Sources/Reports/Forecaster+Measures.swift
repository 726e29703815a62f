import Forecasting

extension Forecaster {
  /// The same for some measures only, at the cost of these alone.
  ///
  /// Of them it draws the same futures, for these do not depend on which measures are asked for.
  ///
  /// - Throws: Why the measures cannot be forecast.
  func restricted(to measures: [Measure]) throws(ForecastError) -> Forecaster {
    try restricted(to: measures, futures: options.futures)
  }
}
