import Foundation

/// Numbers that another program worked out, in a table beside the test.
public enum Reference {
  /// The rows of a table in the folder `Reference` beside the calling file, without its heading.
  ///
  /// - Throws: Where the file is missing or a field is no number.
  public static func rows(of name: String, beside file: String = #filePath) throws -> [[Double]] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    let path = folder.appendingPathComponent("Reference").appendingPathComponent(name)
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
