public import Foundation
import GRDB

/// Everything that was ever fetched, believed and forecast, in one SQLite file.
///
/// Nothing in it is changed once it is written, but for the times at which something ended.
public struct Archive: Sendable {
  /// Where the file is.
  public let path: String
  let database: DatabasePool

  /// Opens the archive, and makes or brings it up to date where need be.
  ///
  /// - Throws: `unusable` where the file cannot be opened, is none, or is of a later version.
  public init(path: String) throws(ArchiveError) {
    self.path = path
    var configuration = Configuration()
    configuration.label = "archive"
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // What was said to be kept must survive a power cut.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      database = try DatabasePool(path: path, configuration: configuration)
      let migrator = Self.migrator
      if try database.read(migrator.hasBeenSuperseded) {
        throw ArchiveError.unusable(path: path, reason: "a later version of primacy wrote it")
      }
      try migrator.migrate(database)
    } catch { throw ArchiveError(error, path: path) }
  }

  /// Opens an archive that must be there.
  ///
  /// - Throws: `absent` where there is none.
  public init(existing path: String) throws(ArchiveError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .absent(path: path) }
    try self.init(path: path)
  }

  /// Ends all connections, so that the file stands alone.
  public func close() throws(ArchiveError) {
    do { try database.close() } catch { throw ArchiveError(error, path: path) }
  }

  /// Moves everything from the log into the file.
  public func compact() throws(ArchiveError) {
    do {
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch { throw ArchiveError(error, path: path) }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do { return try database.read(work) } catch { throw ArchiveError(error, path: path) }
  }

  /// Does all of the work, or none of it.
  func write<Value>(_ work: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do { return try database.write(work) } catch { throw ArchiveError(error, path: path) }
  }
}

extension Date {
  /// In universal time to the second, as the archive writes it.
  public var stamp: String { formatted(.iso8601) }

  /// Reads what ``stamp`` wrote.
  public init?(stamp: String) {
    guard let date = try? Date(stamp, strategy: .iso8601) else { return nil }
    self = date
  }
}
