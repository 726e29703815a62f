import ArgumentParser
import Datasets
import Foundation
import Updates

/// The option that says where what changes is kept.
struct StateOptions: ParsableArguments {
  @Option(
    name: .customLong("state"),
    help: ArgumentHelp(
      "The folder in which updates are kept.", discussion: "Default: $XDG_STATE_HOME/primacy.",
      valueName: "folder"))
  var path: String?

  /// The places below the folder named, or below that of the XDG Base Directory Specification.
  var places: StateFolder {
    if let path { return StateFolder(path: Self.whole(path)) }
    return StateFolder(
      stateHome: ProcessInfo.processInfo.environment["XDG_STATE_HOME"], home: Self.home)
  }

  /// The user's folder.
  static var home: String { ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory() }

  /// A path from the root, whatever the working folder.
  static func whole(_ path: String) -> String {
    URL(filePath: path, directoryHint: .notDirectory).standardizedFileURL.path
  }

  var store: DataStore { DataStore(state: places.path) }

  /// The tables in use, which an update starts from.
  func base() throws -> TableFolder {
    let isStored = FileManager.default.fileExists(atPath: places.data)
    return TableFolder(path: isStored ? places.data : try embedded())
  }

  /// The folder of the figures that come with the program, or that `$PRIMACY_DATA` names.
  func embedded() throws -> String {
    guard case .tables(let folder) = try DataLocation.find(DataOptions.defaultSearch) else {
      throw Failure("$PRIMACY_DATA must name a folder like datasets/ for an update.", .usage)
    }
    return StateOptions.whole(folder)
  }

  /// Has the archive keep what is in use, does some work on it, and has it keep what came of it.
  ///
  /// - Returns: What became of each source.
  /// - Throws: `RunLock.Held` where another run is at it, or what stopped the work.
  func taking(
    _ work: (TableFolder, [String: RevisionLimits]) async throws -> [Updates.Update.Outcome]
  ) async throws -> [Updates.Update.Outcome] {
    try LocalFiles().makeFolder(places.path)
    let lock = try RunLock(places.lock)
    defer { withExtendedLifetime(lock) {} }
    let intake = try Intake(state: places, embedded: embedded(), store: store)
    // Before the lock is let go; where it fails, the next to open the archive puts it in order.
    defer { try? intake.close() }
    return try await intake.take(at: Date(), work).outcomes
  }
}
