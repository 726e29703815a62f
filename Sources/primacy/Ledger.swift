import ArgumentParser

extension Primacy {
  /// The forecasts that others have published.
  struct Ledger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ledger",
      abstract: "List and score published forecasts of overtaking; tell the great tests.",
      subcommands: [List.self, Score.self, Stories.self])
  }
}
