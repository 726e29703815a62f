import ArgumentParser
import Datasets
import Foundation
import Updates

extension Primacy {
  /// Fetches what publishers have that is new.
  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fetch, check and store what publishers have that is new.",
      discussion: """
        Sources: maddison, nmc, penn, un-wpp, world-bank; imf and sipri where their tables are in \
        use already, or where they are named. What fails a check is put into quarantine with its \
        reason; what cannot be fetched stays as it was. Ends with 69 if a publisher cannot be \
        reached, with 65 if a delivery was refused.
        """)

    @Option(help: ArgumentHelp("A source to ask; repeatable.", valueName: "name"))
    var source: [String] = []

    @Option(
      help: ArgumentHelp(
        "A YAML file of addresses in place of the public ones, as `worldbank: http://…`.",
        discussion: "Without --source, only the sources that it lists are asked.",
        valueName: "file"))
    var sources: String?

    @Option(
      help: ArgumentHelp(
        "A source whose doubtful figures are believed all the same; repeatable.",
        valueName: "name"))
    var accept: [String] = []

    @OptionGroup var state: StateOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await Failure.reporting {
        let base = try state.base()
        let addresses = try sources.map(Addresses.init(file:)) ?? Addresses()
        var update = Updates.Update(
          publishers: try publishers(over: base, addresses), client: Self.client,
          store: state.store)
        update.addresses = addresses
        update.accepted = Set(try accept.map { try Self.publisher(named: $0).source.name })
        let outcomes = try await update.run(over: base, at: Date())
        print(UpdateTable.table(outcomes).rendered(as: output.format), terminator: "")
        try UpdateTable.conclude(outcomes)
      }
    }

    /// Those named; else those whose addresses are given; else those in use.
    private func publishers(
      over base: TableFolder, _ addresses: Addresses
    ) throws -> [any Publisher] {
      if !source.isEmpty { return try source.map(Self.publisher) }
      if !addresses.isEmpty { return Publishers.all.filter { addresses[$0.source] != nil } }
      return Publishers.inUse(over: base)
    }

    static func publisher(named name: String) throws -> any Publisher {
      if let publisher = Publishers.named(name) { return publisher }
      throw Failure(
        "There is no source \(name): the sources are "
          + Publishers.all.map(\.source.name).joined(separator: ", ") + ".", .usage)
    }

    /// Several attempts each, few at once.
    static var client: any HTTPFetching { PatientFetcher(CurlFetcher()) }
  }
}
