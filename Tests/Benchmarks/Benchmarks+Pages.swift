import Datasets
import Forecasting
import Panels
import Reports

extension Benchmarks {
  /// Every chart, at three widths in all, the page in both forms, and the tables.
  static func pages(of data: DataSet) async throws -> [Row] {
    let contest = try Contest(challenger: Side("CHN"), incumbent: Side("USA"))
    let findings = try await Findings(contest, Forecaster(data, options: .init()))
    let drawn = try await Runs(scale: 1e3) { _ = try Report(findings) }
    return [
      Row(
        what: "every chart and the report of a finished forecast", runs: drawn, unit: "ms",
        goal: "300")
    ]
  }
}
