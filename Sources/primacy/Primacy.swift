import ArgumentParser

@main
struct Primacy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "primacy",
    abstract: "Forecast when, if ever, a rising power passes the leading one.",
    subcommands: [
      Forecast.self, Chart.self, Report.self, Backtest.self, Balance.self, Ledger.self,
      Measures.self, Data.self,
    ])
}
