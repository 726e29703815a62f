import Foundation

/// A folder of its own for one test, gone when the test is.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/primacy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  @discardableResult
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// A copy of the embedded tables, to be damaged.
  func copyOfEmbedded() throws -> String {
    let copy = path + "/datasets"
    try FileManager.default.copyItem(atPath: embeddedFolder, toPath: copy)
    return copy
  }

  /// Replaces the first occurrence of a text in a file.
  func replace(_ old: String, with new: String, in file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    guard let range = text.range(of: old) else { throw CocoaError(.formatting) }
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: file, atomically: true, encoding: .utf8)
  }
}

/// The folder of the embedded tables, found from this file.
let embeddedFolder =
  #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/datasets"
