import ArgumentParser

extension Primacy {
  /// The figures that forecasts are made from.
  struct Data: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "data",
      abstract: "Show, check and export the figures that forecasts are made from.",
      subcommands: [
        List.self, Show.self, Import.self, Check.self, Export.self, Tabulate.self,
      ])
  }
}
