public import Datasets
public import Forecasting

/// Who makes forecasts from a folder of tables, and the files in which they are published.
public protocol Press: Sendable {
  /// Forecasts from the tables in a folder.
  func forecast(from folder: String, _ settings: NightlySettings) async throws -> PressedForecast

  /// The files to publish, without `run.json`.
  ///
  /// - Parameters:
  ///   - forecast: Tonight's.
  ///   - moves: How headlines moved since the one before.
  ///   - causes: What moved them most.
  /// - Returns: Files by their paths below the generation.
  /// - Throws: What stopped it.
  func files(
    of forecast: PressedForecast, moves: [ForecastMove], causes: [MoveCause]
  ) async throws -> [DataFolder.File]
}

/// A forecast with all that pages about it need.
public struct PressedForecast: Sendable {
  public let forecaster: Forecaster
  public let contest: Contest
  public let forecasts: [CrossingForecast]

  public init(forecaster: Forecaster, contest: Contest, forecasts: [CrossingForecast]) {
    self.forecaster = forecaster
    self.contest = contest
    self.forecasts = forecasts
  }
}
