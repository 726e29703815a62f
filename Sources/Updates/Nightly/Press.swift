public import Datasets
public import Forecasting
public import Panels
public import Reports

/// Who makes forecasts from a folder of tables, and the files in which they are published.
public protocol Press: Sendable {
  /// Forecasts from the tables in a folder.
  func forecast(from folder: String, _ settings: NightlySettings) async throws -> PressedForecast

  /// The files to publish, without `run.json`.
  ///
  /// - Parameters:
  ///   - forecast: Tonight's.
  ///   - course: The nights before, and tonight's among them.
  /// - Returns: Files by their paths below the generation.
  /// - Throws: What stopped it.
  func files(of forecast: PressedForecast, in course: NightlyCourse) async throws
    -> [DataFolder.File]
}

/// Tonight's forecast among those of the nights before.
public struct NightlyCourse: Sendable {
  /// How headlines moved since the forecast before.
  public let moves: [ForecastMove]
  /// What moved them most.
  public let causes: [MoveCause]
  /// The last runs of the same contest, the earliest first and tonight's last.
  public let runs: [ForecastRun]
  /// What our runs entered in the ledger, tonight's too.
  public let entries: [LedgerEntry]
  /// Forecasts of earlier runs of which it is known by now whether they came true.
  public let due: [DueForecast]
}

/// A forecast with all that pages about it need.
public struct PressedForecast: Sendable {
  public let forecaster: Forecaster
  public let contest: Contest
  public let forecasts: [CrossingForecast]
  /// The forecasts of others, as they stand beside the figures.
  public let ledger: [LedgerEntry]
  /// What stands there of pairs of powers, if anything does.
  public let relations: Relations?

  public init(
    forecaster: Forecaster, contest: Contest, forecasts: [CrossingForecast],
    ledger: [LedgerEntry] = [], relations: Relations? = nil
  ) {
    self.forecaster = forecaster
    self.contest = contest
    self.forecasts = forecasts
    self.ledger = ledger
    self.relations = relations
  }
}
