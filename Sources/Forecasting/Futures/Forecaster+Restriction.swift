extension Forecaster {
  /// The same forecaster for fewer measures and futures, as what stands beside a forecast needs.
  ///
  /// - Parameters:
  ///   - measures: Some of the options', or others that the data hold.
  ///   - futures: At most as many as the options'.
  /// - Returns: A forecaster as of the same origin.
  /// - Throws: `measureWithoutData`.
  public func restricted(
    to measures: [Measure], futures: Int
  ) throws(ForecastError) -> Forecaster {
    var fewer = options
    fewer.measures = measures
    fewer.futures = min(futures, options.futures)
    return try Forecaster(projections, origin: origin, options: fewer, record: record)
  }
}
