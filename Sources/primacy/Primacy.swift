import ArgumentParser
import Probability

@main
struct Primacy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "primacy",
    abstract: "Forecast when, if ever, a rising power passes the leading one.",
    version: version,
    subcommands: [
      Forecast.self, Explain.self, Solve.self, Chart.self, Report.self, Backtest.self, Balance.self,
      Ledger.self, Measures.self, Data.self, Update.self, Nightly.self, History.self, Rollback.self,
      Verify.self, ScheduleCommand.self,
    ])

  /// As in `CITATION.cff`.
  static let version = "0.1.0"

  static func main() async {
    FreedMemory.keep()
    await main(nil)
  }
}
