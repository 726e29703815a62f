import ArgumentParser
import Datasets

extension Primacy.Data {
  /// Makes the embedded tables.
  struct Tabulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tabulate",
      abstract: "Make the tables of datasets/ from a folder of raw ones.",
      discussion: """
        Reads world_bank/, un_wpp/, maddison/, pwt/, cow/ and entities.csv below the folder of \
        raw tables, and writes a table a source, entities.csv and datapackage.json.
        """)

    @Option(name: .customLong("from"), help: "The folder of raw tables.")
    var raw: String

    @Option(name: .customLong("to"), help: "The folder of the tables to make.")
    var folder = "datasets"

    @Option(help: "Also write the compiled list of states to this Swift file.")
    var list: String?

    @Option(help: "Also write the compiled table of memberships to this Swift file.")
    var memberships: String?

    func run() async throws {
      try await Failure.reporting {
        let tabulation = Tabulation(
          raw: raw, folder: folder, list: list, memberships: memberships)
        for file in try tabulation.write() {
          print("\(file.file)\t\(file.bytes)")
        }
      }
    }
  }
}
