import ArgumentParser
import Forecasting
import Panels
import Reports

extension Primacy.Ledger {
  /// Lists the forecasts.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the forecasts: who said what, when, and where it stands.")

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let entries = try ledger.ledger(for: data.everything(), data).entries
        print(Self.table(entries).rendered(as: output.format), terminator: "")
      }
    }

    static func table(_ entries: [LedgerEntry]) -> Table {
      Table(
        "ledger list",
        columns: LedgerTables.named + [
          "never_by", "resolution_rule", "verified", "source", "predicted_note",
        ],
        rows: entries.map { entry in
          LedgerTables.named(entry) + [
            Table.Cell(LedgerTables.neverBy(entry)), .text(entry.event.rawValue),
            .text("\(entry.isVerified)"), .text(entry.source), .text(entry.note),
          ]
        })
    }
  }
}
