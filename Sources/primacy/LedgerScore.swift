import ArgumentParser
import Forecasting
import Panels
import Reports

extension Primacy.Ledger {
  /// Scores the forecasts.
  struct Score: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "score",
      abstract: "Say which forecasts came true, early, late or not, and by how many years.",
      discussion: """
        A crossing is the first year after that of publication in which the challenger is level or \
        ahead in the figures. A year before or after the predicted ones still counts as a hit. \
        error_years is the crossing less the nearest predicted year; of a forecast that is missed, \
        the years that have passed since.

        With --compare, each forecast stands beside what primacy says from the figures up to the \
        year before it was published.

        Examples:
          primacy ledger score
          primacy ledger score --as-of 2015 --format csv
          primacy ledger score --compare --paths 2000
        """)

    @Flag(help: "Forecast each contest from the year before the publication, side by side.")
    var compare = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var simulation: SimulationOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Print no words, only the table.")
    var quiet = false

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.everything()
        let ledger = try chosen(from: ledger.ledger(for: figures, data), figures)
        if compare {
          let comparisons = await ledger.compare(
            with: figures, asOf: data.asOf, options: try simulation.options(for: figures))
          print(LedgerTables.compared(comparisons), words: Self.vintages)
        } else {
          let scores = ledger.score(against: figures, asOf: data.asOf)
          print(LedgerTables.scored(scores), words: LedgerTables.summary(scores))
        }
      }
    }

    /// The forecasts of the measures asked for.
    private func chosen(
      from ledger: Forecasting.Ledger, _ figures: DataSet
    ) throws -> Forecasting.Ledger {
      guard simulation.measures != nil else { return ledger }
      let names = try simulation.options(for: figures).measures.map(\.name)
      return Forecasting.Ledger(ledger.entries.filter { names.contains($0.measure) })
    }

    private func print(_ table: Table, words: String) {
      Swift.print(table.rendered(as: output.format), terminator: "")
      guard !quiet, [.table, .markdown].contains(output.format) else { return }
      Swift.print("\n\(words)")
    }

    private static let vintages =
      "Forecasts from figures up to the year before each publication, in today's editions."
  }
}
