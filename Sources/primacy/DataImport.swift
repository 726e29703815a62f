import ArgumentParser
import Datasets
import Foundation
import Reports
import Updates

extension Primacy.Data {
  /// Takes over files of publishers.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take over a publisher's files, as they are downloaded.",
      discussion: """
        Reads the World Bank's JSON and CSV, the IMF's JSON, the workbooks of SIPRI, the Maddison \
        Project and the Penn World Table, the tables of the Correlates of War project and of the \
        United Nations, packed or not, and a source's series as iso3,year,series,value. The \
        figures are checked and stored; every command uses them from then on.
        """)

    @Argument(help: "Files; several of one publisher are read together.")
    var files: [String]

    @Option(help: ArgumentHelp("The source, where it is not to be guessed.", valueName: "name"))
    var source: String?

    @Flag(help: "Believe figures that differ too much from those in use.")
    var accept = false

    @OptionGroup var state: StateOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let deliveries = try deliveries()
        let outcomes = try await state.taking { _, limits in
          try deliveries.map { publisher, documents in
            var update = Updates.Update(
              publishers: [publisher], client: UpdateOptions.client, store: state.store)
            update.limits = limits
            if accept { update.accepted = [publisher.source.name] }
            return try update.take(documents, of: publisher, over: state.base())
          }
        }
        print(UpdateTable.table(outcomes).rendered(as: output.format), terminator: "")
        try UpdateTable.conclude(outcomes)
      }
    }

    /// The files of each publisher, in the order in which they were named.
    private func deliveries() throws -> [(publisher: any Publisher, documents: [Document])] {
      let named = try source.map(UpdateOptions.publisher)
      var deliveries: [(publisher: any Publisher, documents: [Document])] = []
      for path in files {
        let document = try Document(path: path, time: Date())
        guard let publisher = named ?? Publishers.of(document) else {
          throw Failure(
            "\(path) is \(document.kind): no publisher's form is recognised; --source names one "
              + "to learn what is missing, --data reads indicators of your own.", .badData)
        }
        if let index = deliveries.firstIndex(where: {
          $0.publisher.source.name == publisher.source.name
        }) {
          deliveries[index].documents.append(document)
        } else {
          deliveries.append((publisher, [document]))
        }
      }
      return deliveries
    }
  }
}
