import GRDB

/// A property of the archive, not of the program, that stops its use.
public enum ArchiveError: Error, Equatable, Sendable {
  /// There is no archive at the path.
  case absent(path: String)
  /// The file cannot be opened or read.
  case unusable(path: String, reason: String)
  /// The file cannot be written.
  case unwritable(path: String, reason: String)
  /// No vintage was known on the day.
  case beforeFirst(Day, first: Day)
  /// The archive holds no vintage yet.
  case empty(path: String)
}

extension ArchiveError {
  /// What an error of SQLite means.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ArchiveError: self = error
    case let error as DatabaseError:
      let words = error.message ?? "SQLite's error \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM:
        let code = error.extendedResultCode.rawValue
        self = .unwritable(path: path, reason: "\(words) (SQLite's error \(code))")
      default: self = .unusable(path: path, reason: words)
      }
    default: self = .unusable(path: path, reason: "\(error)")
    }
  }
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .absent(let path): "There is no archive \(path); `primacy update` makes it."
    case .unusable(let path, let reason): "The archive \(path) cannot be used: \(reason)."
    case .unwritable(let path, let reason): "The archive \(path) cannot be written: \(reason)."
    case .beforeFirst(let day, let first):
      "No vintage was known on \(day): the first was stored on \(first)."
    case .empty(let path): "The archive \(path) holds no vintage; `primacy update` stores one."
    }
  }
}
