import ArgumentParser
import Datasets
import Forecasting
import Panels
import Reports

/// The options of commands that draw one contest: whose figures, and how futures are drawn.
struct FindingsOptions: ParsableArguments {
  @OptionGroup var data: DataOptions
  @OptionGroup var simulation: SimulationOptions

  /// Forecasts a contest, and gathers what stands beside it.
  ///
  /// - Parameters:
  ///   - challenger: As people name it.
  ///   - incumbent: As people name it.
  ///   - charts: The charts that are to be drawn.
  /// - Returns: What charts and pages are made from.
  /// - Throws: What the data or the names lack.
  func findings(
    _ challenger: String, _ incumbent: String, for charts: [ProjectChart]
  ) async throws -> Findings {
    let figures = try data.everything()
    let forecaster = try Forecaster(
      figures, origin: data.asOf, options: simulation.options(for: figures),
      record: data.record())
    let contest = try Contest(
      challenger: figures.side(named: challenger), incumbent: figures.side(named: incumbent))
    let ledger = charts.contains(.publishedForecasts) ? try scores(with: figures) : []
    return try await Findings(contest, forecaster, ledger: ledger, for: charts)
  }

  /// Published forecasts, scored; none where no table of them lies beside the figures.
  private func scores(with figures: DataSet) throws -> [LedgerScore] {
    guard let path = try data.location().ledger else { return [] }
    let table = try LedgerTable(path: path, entities: figures.entities.values)
    return Forecasting.Ledger(table.entries).known(by: data.knownYear)
      .score(against: figures, asOf: data.asOf)
  }
}
