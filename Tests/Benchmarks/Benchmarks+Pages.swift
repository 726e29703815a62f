import Datasets
import Forecasting
import Panels
import Reports

extension Benchmarks {
  /// Every chart, and the page in both forms with its tables.
  static func pages(of data: DataSet) async throws -> [Row] {
    let forecaster = try Forecaster(data, options: .init())
    let contest = try Contest(challenger: Side("CHN"), incumbent: Side("USA"))
    let relations = try DataLocation.tables(folder: "datasets").relations()
    let findings = try await Findings(contest, forecaster, relations: relations)
    let runs = try Runs(scale: 1e3) { _ = try Report(findings) }
    return [
      Row(
        what: "all charts and the report of a finished forecast", runs: runs, unit: "ms",
        goal: "300")
    ]
  }
}
