#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The bytes of a file, and the name by which messages and checksums call it.
struct FileContents: Sendable {
  let path: String
  let bytes: [UInt8]

  /// The last part of the path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  var count: Int { bytes.count }

  init(path: String) throws(DataError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .absent(path: path)
    }
    guard !isFolder else { throw .unreadable(path: path, reason: "it is a folder") }
    do {
      bytes = Array(try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
    } catch {
      throw .unreadable(path: path, reason: "permission is denied, or the disk fails")
    }
    self.path = path
  }

  var digest: Digest { Digest(of: bytes.span) }
}

/// What the file system says, asked in one place.
enum Folder {
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  static func isFile(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
  }

  /// The names of the `.csv` files in a folder, in order.
  static func tables(in path: String) throws(DataError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted()
    } catch {
      throw .unreadable(path: path, reason: "permission is denied, or the disk fails")
    }
  }

  /// Puts bytes in place of a file in one step, so that no reader sees half of it.
  static func write(_ text: String, to path: String) throws(DataError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .unwritable(path: path, reason: "the folder is missing, full, or not yours to write")
    }
  }
}
