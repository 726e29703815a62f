public import Charts
public import Forecasting

/// The project's charts, by the names under which people ask for them.
public enum ProjectChart: String, CaseIterable, Sendable {
  case ratioFans = "ratio-fans"
  case crossingProbability = "crossing-probability"
  case crossingYears = "crossing-years"
  case worldShares = "world-shares"
  case powers

  /// The name of its file.
  public var file: String { "\(rawValue).svg" }

  /// The measures of which it shows the leading powers' trajectories, among those of a forecast.
  public func trajectoryMeasures(among measures: [Measure]) -> [Measure] {
    let preferred: [Measure] =
      switch self {
      case .worldShares: [.outputPPP, .capability]
      case .powers: [.outputPPP]
      default: []
      }
    guard !preferred.isEmpty else { return [] }
    let found = preferred.compactMap { wanted in measures.first { $0.name == wanted.name } }
    return found.isEmpty ? Array(measures.prefix(1)) : found
  }

  /// Draws one forecast.
  ///
  /// - Parameters:
  ///   - forecasts: At least one, all of one contest.
  ///   - trajectories: Of the measures that the chart asks for.
  ///   - context: What the chart says of the forecast.
  /// - Returns: The chart, 720 pixels wide.
  public func chart(
    of forecasts: [CrossingForecast], _ trajectories: [Trajectories], context: ChartContext
  ) -> Chart {
    switch self {
    case .ratioFans: RatioFans(forecasts, context: context).chart
    case .crossingProbability: CrossingProbability(forecasts, context: context).chart
    case .crossingYears: CrossingYears(forecasts, context: context).chart
    case .worldShares: WorldShares(trajectories, context: context).chart
    case .powers: PowerFans(trajectories[0], context: context).chart
    }
  }
}
