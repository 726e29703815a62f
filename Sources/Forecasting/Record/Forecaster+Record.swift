import Models
import RealModule

extension Forecaster {
  /// The one model of the futures, to which a record can belong.
  private var recordedModel: String? {
    options.models.count == 1 ? options.models[0].name : nil
  }

  /// The skill of forecasts on a measure against the base rate, if there is a record of them.
  ///
  /// A record counts forecasts that had resolved by the origin.
  public func skill(on measure: String, at horizon: Int) -> Double? {
    guard let record, let recordedModel else { return nil }
    return record.skill(of: recordedModel, on: measure, horizon: horizon, by: origin)
  }

  /// What knowing only the gap says, if the challenger is behind and there is a record.
  public func baseRate(of forecast: CrossingForecast, by year: Int) -> Double? {
    guard forecast.crossedIn == nil, year > forecast.origin else { return nil }
    return record?.baseRate(
      on: forecast.measure.name, gap: -.log(forecast.ratio), within: year - forecast.origin,
      at: origin)
  }

  /// Whether any of the measures has a record.
  public var hasRecord: Bool {
    guard let record, let recordedModel else { return false }
    return record.sums.contains { sum in
      sum.model == recordedModel && measures.contains { $0.name == sum.measure }
        && sum.origin + sum.horizon <= origin
    }
  }
}
