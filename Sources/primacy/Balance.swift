import ArgumentParser

extension Primacy {
  /// How states balance against the strongest.
  struct Balance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "balance",
      abstract: "Measure how power is distributed, and how states balance against the strongest.",
      discussion: """
        Ratios and shares say how power is distributed; they say nothing of war.
        A year that a source does not cover is "not available", never zero.
        """,
      subcommands: [
        Polarity.self, Coalitions.self, Internal.self, ThreatCommand.self, AlignmentCommand.self,
        ArmsRaceCommand.self, Burden.self, Soft.self,
      ])
  }
}
