import ArgumentParser
import Datasets
import Forecasting
import Foundation
import Panels

/// The option that every command understands which lays scenarios on its futures.
struct ScenarioOptions: ParsableArguments {
  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp(
      """
      A scenario to compare with the baseline: its name or a YAML file. May be given several \
      times; several joined by + are one.
      """, valueName: "name"))
  var named: [String] = []

  /// Reads the scenarios that were asked for.
  ///
  /// - Throws: `UnknownName`, `DataError` or `ScenarioDefect`.
  func scenarios(
    for data: DataSet, origin: Int, library: ScenarioLibrary
  ) throws -> [Scenario] {
    try named.map { text in
      let parts = library.isFile(text) ? [text] : text.split(separator: "+").map(String.init)
      guard !parts.isEmpty else { throw ValidationError("--scenario needs a name or a file.") }
      let scenarios = try parts.map { part in
        let path = try library.path(of: part)
        return try Scenario(
          reading: library.text(of: path), file: path, data: data, origin: origin)
      }
      return Scenario(combining: scenarios)
    }
  }
}

/// Where scenarios are found by name: the folder `scenarios` beside the figures.
struct ScenarioLibrary {
  /// Nothing where no folder of figures is found.
  let folder: String?

  init(beside options: DataOptions) throws {
    var search = options.search
    if let folder = Self.folder(beside: try DataLocation.find(search)) {
      self.folder = folder
      return
    }
    // One's own figures, and those of an update, have none beside them: the data set's are used.
    search.named = nil
    search.environment = nil
    search.stored = nil
    folder = (try? DataLocation.find(search)).flatMap(Self.folder)
  }

  private static func folder(beside location: DataLocation) -> String? {
    guard case .tables(let folder) = location else { return nil }
    var isFolder: ObjCBool = false
    let path = folder + "/scenarios"
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? path : nil
  }

  /// The names of the scenarios in the folder, in order.
  var names: [String] {
    // A folder that is missing or cannot be read holds no scenarios.
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// The file that a name or a path stands for.
  func path(of text: String) throws -> String {
    if isFile(text) { return text }
    if text.hasSuffix(".yaml") || text.hasSuffix(".yml") || text.contains("/") {
      throw DataError.absent(path: text)
    }
    let name = text.lowercased()
    guard let folder, names.contains(name) else {
      throw UnknownName(
        .scenario, text, nearest: NearestNames.names(to: name, among: names))
    }
    return "\(folder)/\(name).yaml"
  }

  func text(of path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw DataError.unreadable(path: path, reason: "permission is denied, or the disk fails")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DataError.unreadable(path: path, reason: "it is not text in UTF-8")
    }
    return text
  }
}
