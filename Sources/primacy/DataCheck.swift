import ArgumentParser
import Charts
import Datasets
import Reports

extension Primacy.Data {
  /// Lists what is wrong with a table.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a table, or a folder of tables, and list every defect.",
      discussion: "Ends with 65 if there is a defect.")

    @Argument(help: "A CSV file, or a folder of them.")
    var path: String

    @Option(help: "How many defects of one table to list at most.")
    var limit = 20

    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit must be positive.") }
    }

    func run() async throws {
      try await Failure.reporting {
        let check = try DataCheck(path: path, limit: limit)
        if !check.defects.isEmpty || output.format != .table {
          print(Self.table(check).rendered(as: output.format), terminator: "")
        }
        StandardError.write("primacy: \(Self.summary(check))\n")
        if !check.defects.isEmpty { throw ExitCode(Failure.Code.badData.rawValue) }
      }
    }

    static func table(_ check: DataCheck) -> Table {
      Table(
        "data check",
        columns: ["file", "line", "column", "problem", "found", "expected", "nearest"],
        rows: check.defects.map { defect in
          [
            .text(defect.file), .year(defect.line), Table.Cell(defect.column),
            .text(defect.property.rawValue), .text(defect.found), .text(defect.expected),
            .text(defect.nearest.joined(separator: " ")),
          ]
        })
    }

    static func summary(_ check: DataCheck) -> String {
      let rows = Numeral.grouped(check.tables.reduce(0) { $0 + $1.rows })
      let tables = "\(check.tables.count) \(check.tables.count == 1 ? "table" : "tables")"
      switch check.defects.count {
      case 0: return "\(tables), \(rows) rows, no defect."
      case 1: return "\(tables), one defect."
      default: return "\(tables), \(check.defects.count) defects listed."
      }
    }
  }
}
