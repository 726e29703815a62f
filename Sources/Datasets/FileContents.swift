#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
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
    guard let bytes = Self.bytes(ofFile: path) else {
      throw .unreadable(path: path, reason: "permission is denied, or the disk fails")
    }
    self.bytes = bytes
    self.path = path
  }

  /// What a file holds, read to its place at once; nothing where it cannot be read.
  private static func bytes(ofFile path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = ftell(file)
    guard size >= 0, fseek(file, 0, SEEK_SET) == 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
      count = fread(room.baseAddress, 1, size, file)
    }
    return bytes.count == size ? bytes : nil
  }

  package var digest: Digest { Digest(of: bytes.span) }
}
