import ArgumentParser
import Updates

extension Primacy {
  /// Serves the generation before the one that is served.
  struct Rollback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rollback",
      abstract: "Publish the forecast before the one that is published, again.",
      discussion: "It stays until figures, options or version change.")

    @OptionGroup var state: StateOptions

    @Option(help: ArgumentHelp("Where forecasts are published.", valueName: "folder"))
    var publish = Nightly.publishFolder

    func run() async throws {
      try await Failure.reporting {
        let folder = PublishFolder(path: StateOptions.whole(publish), files: LocalFiles())
        guard folder.served != nil else {
          throw Failure("Nothing is published in \(folder.path).", .usage)
        }
        let lock = try RunLock(state.places.lock)
        defer { withExtendedLifetime(lock) {} }
        guard let generation = try folder.rollBack() else {
          throw Failure("\(folder.path) holds no generation before the published one.", .usage)
        }
        print(folder.folder(of: generation))
      }
    }
  }
}
