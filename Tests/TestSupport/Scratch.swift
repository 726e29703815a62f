import Foundation

/// A folder of its own for one test, gone when the test is.
public final class Scratch: Sendable {
  public let path: String

  public init() throws {
    path = FileManager.default.temporaryDirectory.path + "/primacy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  public func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  @discardableResult
  public func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// A copy of the embedded tables, a few states of each, to be damaged.
  public func excerptOfEmbedded() throws -> String {
    for (name, text) in try Self.excerpt.get() { try file("datasets/\(name)", text) }
    return path + "/datasets"
  }

  private static let excerpt = Result { () throws -> [String: String] in
    let states = Set(["iso", "cod", "ABW", "CHN", "GBR", "SUN", "TWN", "USA"])
    var excerpt: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: embeddedFolder) {
      guard let bytes = FileManager.default.contents(atPath: "\(embeddedFolder)/\(name)") else {
        continue
      }
      let kept = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
        .filter { name.hasSuffix(".json") || $0.isEmpty || states.contains(String($0.prefix(3))) }
      excerpt[name] = kept.joined(separator: "\n")
    }
    return excerpt
  }

  /// Replaces the first occurrence of a text in a file.
  public func replace(_ old: String, with new: String, in file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    guard let range = text.range(of: old) else { throw CocoaError(.formatting) }
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: file, atomically: true, encoding: .utf8)
  }
}

/// The folder of the embedded tables, found from this file.
public let embeddedFolder =
  #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/datasets"
