import Forecasting

extension Forecaster {
  /// The same for some measures only, at the cost of these alone.
  ///
  /// Of them it draws the same futures, unless a model draws their indicators together with those of
  /// another measure.
  ///
  /// - Throws: Why the measures cannot be forecast.
  func restricted(to measures: [Measure]) throws(ForecastError) -> Forecaster {
    try restricted(to: measures, futures: options.futures)
  }
}
