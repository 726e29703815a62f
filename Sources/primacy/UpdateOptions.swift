import ArgumentParser
import Datasets
import Panels
import Updates

/// Which publishers are asked, where, and how far they are believed.
struct UpdateOptions: ParsableArguments {
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

  /// The asking of publishers, which stores what they answer.
  ///
  /// - Parameters:
  ///   - base: The tables in use.
  ///   - store: Where new ones are stored.
  /// - Returns: What is to be run.
  /// - Throws: What is wrong with the file of addresses, or that there is no such source.
  func update(over base: TableFolder, into store: DataStore) throws -> Updates.Update {
    let addresses = try sources.map(Addresses.init(file:)) ?? Addresses()
    var update = Updates.Update(
      publishers: try publishers(over: base, addresses), client: Self.client, store: store)
    update.addresses = addresses
    update.accepted = Set(try accept.map { try Self.publisher(named: $0).source.name })
    return update
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
    let all = Publishers.all.map(\.source.name)
    let near = NearestNames.names(to: name, among: all)
    throw UnknownName(.source, name, nearest: near.isEmpty ? all : near)
  }

  /// Several attempts each, few at once.
  static var client: any HTTPFetching { PatientFetcher(CurlFetcher()) }
}
