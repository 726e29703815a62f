import RealModule

extension Forecaster {
  /// The skill of forecasts on a measure against the base rate, if there is a record of them.
  ///
  /// A record counts forecasts that had resolved by the origin.
  public func skill(on measure: String, at horizon: Int) -> Double? {
    record?.skill(of: options.modelName, on: measure, horizon: horizon, by: origin)
  }

  /// How often such forecasts came true, by probability; empty without a record of them.
  public func reliability(on measure: String, at horizon: Int) -> [Reliability] {
    record?.reliability(of: options.modelName, on: measure, horizon: horizon, by: origin) ?? []
  }

  /// What knowing only the gap says, if the challenger is behind and there is a record.
  public func baseRate(of forecast: CrossingForecast, by year: Int) -> Double? {
    guard forecast.crossedIn == nil, year > forecast.origin else { return nil }
    return record?.baseRate(
      on: forecast.measure.name, gap: -.log(forecast.ratio), within: year - forecast.origin,
      at: origin)
  }

  /// What the gap alone says of the event that is awaited: of whoever is behind passing the other.
  public func gapProbability(of forecast: CrossingForecast, within years: Int) -> Double? {
    let course = baseRates(on: forecast.measure, gap: abs(.log(forecast.ratio)))
    return course.indices.contains(years - 1) ? course[years - 1] : nil
  }

  /// Whether any of the measures has a record.
  public var hasRecord: Bool {
    guard let record else { return false }
    let model = options.modelName
    return record.sums.contains { sum in
      sum.model == model && measures.contains { $0.name == sum.measure }
        && sum.origin + sum.horizon <= origin
    }
  }
}
