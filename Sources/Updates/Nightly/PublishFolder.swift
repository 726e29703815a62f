import Datasets
import Foundation

/// A folder in which one generation of files is served, and some before it are kept.
///
/// `current` is a link to one of the folders in `generations`; a reader who follows it sees one
/// generation whole.
public struct PublishFolder: Sendable {
  public let path: String
  let files: any FileSystem

  public init(path: String, files: any FileSystem) {
    self.path = path
    self.files = files
  }

  /// The link by which the generation that is served is found.
  public var current: String { "\(path)/current" }

  /// The name of the generation that is served.
  public var served: String? {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: current),
      FileManager.default.fileExists(atPath: current)
    else { return nil }
    return target.split(separator: "/").last.map(String.init)
  }

  /// The generations that are there whole, the oldest first.
  public var generations: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/generations")) ?? []
    return names.filter { $0.utf8.allSatisfy { (48...57).contains($0) } }.sorted()
  }

  /// The name of a run's generation.
  public static func name(of run: Int) -> String {
    let digits = "\(run)"
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The folder of a generation.
  public func folder(of generation: String) -> String { "\(path)/generations/\(generation)" }

  /// Finds out that generations can be made, before the work for one is done.
  func check() throws(FileSystemError) {
    let probe = "\(path)/generations/check.new"
    try files.makeFolder("\(path)/generations")
    try files.write([], to: probe)
    try files.remove(probe)
  }

  /// Makes a generation, not yet served.
  func build(_ generation: String, _ contents: [DataFolder.File]) throws(FileSystemError) {
    try files.makeFolder("\(path)/generations")
    try files.build(folder(of: generation), contents.map { ($0.path, $0.bytes) })
  }

  /// Serves a generation.
  public func serve(_ generation: String) throws(FileSystemError) {
    try files.point(current, at: "generations/\(generation)")
  }

  /// Removes all generations but the last ones and the one that is served.
  func prune(keeping count: Int) throws(FileSystemError) {
    let served = served
    for generation in generations.dropLast(count) where generation != served {
      try files.retire(folder(of: generation))
    }
  }

  /// Removes what an interrupted run left.
  func tidy() throws(FileSystemError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/generations")) ?? []
    for name in names where name.hasSuffix(".new") || name.hasSuffix(".old") {
      try files.remove("\(path)/generations/\(name)")
    }
    try files.remove(current + ".new")
  }

  /// Serves the generation before the one that is served.
  ///
  /// - Returns: Its name; nothing where there is none before.
  public func rollBack() throws(FileSystemError) -> String? {
    guard let served, let previous = generations.last(where: { $0 < served }) else { return nil }
    try serve(previous)
    return previous
  }
}
