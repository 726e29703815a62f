import Foundation

/// Numbers that another program worked out, in a table beside the test.
public enum Reference {
  /// The rows of a table in the nearest folder `Reference`, without its heading.
  ///
  /// The folder is beside the calling file, or beside the folder that holds it.
  ///
  /// - Throws: Where the file is missing or a field is no number.
  public static func rows(of name: String, beside file: String = #filePath) throws -> [[Double]] {
    let beside = URL(fileURLWithPath: file).deletingLastPathComponent()
    let folders = [beside, beside.deletingLastPathComponent()]
    let paths = folders.map { $0.appendingPathComponent("Reference/\(name)") }
    let path = paths.first { FileManager.default.fileExists(atPath: $0.path) } ?? paths[0]
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
    return try lines.map { line in
      try line.split(separator: ",").map { field in
        guard let number = Double(field) else { throw NotANumber(field: String(field)) }
        return number
      }
    }
  }

  struct NotANumber: Error { let field: String }
}
