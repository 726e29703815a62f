import Foundation

/// Where words and progress go; data go to standard output.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Foundation.Data(text.utf8))
  }
}
