import Forecasting
import Reports

extension Benchmarks {
  /// Every chart, at three widths in all, the page in both forms, and the tables.
  static func pages(_ contest: Contest, _ forecaster: Forecaster) async throws {
    let findings = try await Findings(contest, forecaster)
    report("draw every chart and the report of a finished forecast", unit: "ms", 1e3) {
      _ = try? Report(findings)
    }
  }
}
