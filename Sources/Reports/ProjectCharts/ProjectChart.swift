public import Charts
public import Forecasting

/// The project's charts, by the names under which people ask for them.
public enum ProjectChart: String, CaseIterable, Sendable {
  case ratioFans = "ratio-fans"
  case crossingProbability = "crossing-probability"

  /// The name of its file.
  public var file: String { "\(rawValue).svg" }

  /// Draws one forecast.
  ///
  /// - Precondition: At least one forecast, all of one contest.
  public func chart(of forecasts: [CrossingForecast], context: ChartContext) -> Chart {
    switch self {
    case .ratioFans: RatioFans(forecasts, context: context).chart
    case .crossingProbability: CrossingProbability(forecasts, context: context).chart
    }
  }
}
