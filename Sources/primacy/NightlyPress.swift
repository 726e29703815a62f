import ArgumentParser
import Datasets
import Forecasting
import Foundation
import Panels
import Reports
import Updates

/// Forecasts as `primacy forecast` does, and the files that are published every night.
struct NightlyPress: Press {
  func forecast(from folder: String, _ settings: NightlySettings) async throws -> PressedForecast {
    let figures = try DataSet.load(from: .tables(folder: folder))
    let simulation = try SimulationOptions.parse(settings.arguments)
    let forecaster = try Forecaster(
      figures, options: simulation.options(for: figures),
      record: RecordFolder("\(folder)/record").read())
    let contest = try Contest(
      challenger: figures.side(named: settings.challenger),
      incumbent: figures.side(named: settings.incumbent))
    return PressedForecast(
      forecaster: forecaster, contest: contest,
      forecasts: try await forecaster.forecast(contest))
  }

  func files(
    of forecast: PressedForecast, moves: [ForecastMove], causes: [MoveCause]
  ) async throws -> [DataFolder.File] {
    let tables = ForecastTables(forecast.forecasts, forecaster: forecast.forecaster)
    let document = ForecastDocument(
      forecast.forecasts, contest: forecast.contest, forecaster: forecast.forecaster)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    let findings = try await Findings(forecast.contest, forecast.forecaster)
    return
      ([
        ("forecast.json", json), ("forecast.csv", tables.long.rendered(as: .csv)),
        ("history.csv", HistoryTable.table(moves).rendered(as: .csv)),
      ] + (try Report(findings)).files.map { ($0.path, $0.text) })
      .map { DataFolder.File(path: $0.0, bytes: Array($0.1.utf8)) }
  }
}

extension NightlySettings {
  /// As they would follow `primacy forecast`.
  var arguments: [String] {
    var arguments = [
      "--models", models, "--population", population, "--horizon", "\(horizon)",
      "--paths", "\(paths)", "--seed", "\(seed)",
    ]
    if let measures { arguments += ["--measures", measures] }
    return arguments
  }

  init(challenger: String, incumbent: String, _ options: SimulationOptions) {
    self.init(
      challenger: challenger, incumbent: incumbent, measures: options.measures,
      models: options.models, population: options.population.rawValue, horizon: options.horizon,
      paths: options.paths, seed: options.seed)
  }
}
