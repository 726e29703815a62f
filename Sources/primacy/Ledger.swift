import ArgumentParser

extension Primacy {
  /// The forecasts that others have published.
  struct Ledger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List published forecasts of overtaking, and score them against what came.",
      subcommands: [List.self, Score.self])
  }
}
