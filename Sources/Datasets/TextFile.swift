#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The writing of files, whole or not at all.
public enum TextFile {
  /// Puts text in place of a file in one step, so that no reader sees half of it.
  public static func write(_ text: String, to path: String) throws(DataError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .unwritable(path: path, reason: "the folder is missing, full, or not yours to write")
    }
  }

  /// Makes a folder, unless it is there.
  static func makeFolder(_ path: String) throws(DataError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: path, reason: "a folder cannot be made there")
    }
  }
}
