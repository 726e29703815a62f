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

  /// The folder named, or that of the XDG Base Directory Specification.
  var folder: String {
    if let path { return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }
    let environment = ProcessInfo.processInfo.environment
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/primacy" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state/primacy"
  }

  var store: DataStore { DataStore(state: folder) }

  /// The tables in use, which an update starts from.
  func base() throws -> TableFolder {
    let search = DataLocation.Search(
      environment: ProcessInfo.processInfo.environment["PRIMACY_DATA"], stored: store.data,
      executable: Bundle.main.executableURL?.resolvingSymlinksInPath().path,
      workingFolder: FileManager.default.currentDirectoryPath)
    guard case .tables(let folder) = try DataLocation.find(search) else {
      throw Failure("$PRIMACY_DATA must name a folder like datasets/ for an update.", .usage)
    }
    return TableFolder(path: folder)
  }
}
