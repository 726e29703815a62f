#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The bytes of a file, and the name by which messages and checksums call it.
package struct FileContents: Sendable {
  package let path: String
  package let bytes: [UInt8]

  /// The last part of the path.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  var count: Int { bytes.count }

  package init(path: String) throws(DataError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .absent(path: path)
    }
    guard !isFolder else { throw .unreadable(path: path, reason: "it is a folder") }
    do {
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .unreadable(path: path, reason: "permission is denied, or the disk fails")
    }
    self.path = path
  }

  package var digest: Digest { Digest(of: bytes.span) }
}
