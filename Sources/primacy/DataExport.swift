import ArgumentParser
import Datasets
import Panels
import Reports

extension Primacy.Data {
  /// Writes the panels as one tidy table.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the panels as one tidy table, which --data reads back.")

    @Option(name: .customLong("to"), help: ArgumentHelp("The file to write.", valueName: "file"))
    var file: String?

    @Option(help: "How to write: csv, json, markdown or table.")
    var format = Table.Format.csv

    @Flag(help: "Include figures whose terms forbid republication, such as SIPRI's.")
    var includeRestricted = false

    @OptionGroup var data: DataOptions

    func run() async throws {
      try await Failure.reporting {
        let export = TidyExport(
          try data.dataSet(), includingRestricted: includeRestricted)
        if export.withheld > 0 {
          StandardError.write(
            "primacy: \(export.withheld) figures whose terms forbid republication are left out "
              + "(--include-restricted).\n")
        }
        let text = format == .csv ? export.text : Self.table(export).rendered(as: format)
        guard let file else { return print(text, terminator: "") }
        try TextFile.write(text, to: file)
        StandardError.write("primacy: \(export.rows.count) figures in \(file).\n")
      }
    }

    static func table(_ export: TidyExport) -> Table {
      Table(
        "data export", columns: ["iso3", "year", "series", "value"],
        rows: export.rows.map {
          [.text($0.power.code), .year($0.year), .text($0.series), .number($0.value)]
        })
    }
  }
}
