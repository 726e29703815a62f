import ArgumentParser
import Datasets
import Forecasting
import Foundation
import Panels
import Reports
import Updates

/// Forecasts as `primacy forecast` does, and the files that are published every night.
struct NightlyPress: Press {
  /// Checks names before anything is fetched.
  ///
  /// - Throws: `UnknownName` with the nearest names, or what is wrong with a file of measures.
  static func check(_ settings: NightlySettings, over folder: String) throws {
    let figures = try DataSet.load(from: .tables(folder: folder))
    _ = try settings.options(for: figures)
    _ = try figures.side(named: settings.challenger)
    _ = try figures.side(named: settings.incumbent)
  }

  func forecast(from folder: String, _ settings: NightlySettings) async throws -> PressedForecast {
    let location = DataLocation.tables(folder: folder)
    let figures = try DataSet.load(from: location)
    let forecaster = try Forecaster(
      figures, options: settings.options(for: figures),
      record: RecordFolder("\(folder)/record").read())
    let contest = try Contest(
      challenger: figures.side(named: settings.challenger, in: forecaster.origin),
      incumbent: figures.side(named: settings.incumbent, in: forecaster.origin))
    let ledger = try location.ledger.map {
      try LedgerTable(path: $0, entities: figures.entities.values).entries
    }
    return PressedForecast(
      forecaster: forecaster, contest: contest,
      forecasts: try await forecaster.forecast(contest), ledger: ledger ?? [],
      relations: location.hasRelations ? try location.relations() : nil)
  }

  func files(
    of forecast: PressedForecast, in course: NightlyCourse
  ) async throws -> [DataFolder.File] {
    let tables = ForecastTables(forecast.forecasts, forecaster: forecast.forecaster)
    let json = try ForecastDocument(
      forecast.forecasts, contest: forecast.contest, forecaster: forecast.forecaster
    ).json
    let scores = Forecasting.Ledger(forecast.ledger + course.entries)
      .score(against: forecast.forecaster.data)
    let findings = try await Findings(
      of: forecast.forecasts, forecast.contest, forecast.forecaster,
      relations: forecast.relations, ledger: scores, runs: course.runs)
    var files = [
      ("forecast.json", json), ("forecast.csv", tables.long.rendered(as: .csv)),
      ("history.csv", HistoryTable.table(course.moves).rendered(as: .csv)),
      ("ledger.csv", LedgerTables.scored(scores).rendered(as: .csv)),
    ]
    if !course.due.isEmpty { files.append(("due.csv", Self.table(course.due).rendered(as: .csv))) }
    let sums = try await DueBacktest(
      forecaster: forecast.forecaster, forecasts: forecast.forecasts
    ).sums()
    if !sums.isEmpty {
      files.append(("backtest.csv", DueBacktest.table(sums).rendered(as: .csv)))
    }
    return (files + (try Report(findings)).files.map { ($0.path, $0.text) })
      .map { DataFolder.File(path: $0.0, bytes: Array($0.1.utf8)) }
  }

  /// Forecasts of earlier runs beside what came.
  private static func table(_ due: [DueForecast]) -> Table {
    Table(
      "nightly due",
      columns: [
        "run", "measure", "challenger", "incumbent", "origin", "horizon", "probability",
        "outcome", "brier",
      ],
      rows: due.map { one in
        [
          .year(one.run), .text(one.measure), .text(one.challenger), .text(one.incumbent),
          .year(one.origin), .year(one.horizon), .number(one.probability),
          .year(one.outcome ? 1 : 0), .number((one.brier * 1e6).rounded() / 1e6),
        ]
      })
  }
}
