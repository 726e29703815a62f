import Datasets
import Foundation
import GRDB

/// Whether everything that was kept is still what it was.
public struct Verification: Sendable {
  /// How many vintages, forecasts and published files were hashed again.
  public internal(set) var vintages = 0
  public internal(set) var forecasts = 0
  public internal(set) var files = 0
  /// What is wrong, a sentence each.
  public internal(set) var failures: [String] = []

  /// Adds something that is wrong.
  public mutating func add(_ failure: String) { failures.append(failure) }
}

extension Archive {
  /// Hashes everything again, and has SQLite check itself.
  ///
  /// Every file of every vintage is made again from its figures.
  ///
  /// - Parameter contents: Reads a published file; nothing where it is gone.
  /// - Returns: What was hashed, and what is wrong.
  /// - Throws: `ArchiveError` where the archive cannot be read.
  public func verify(
    published contents: (String) -> [UInt8]?
  ) throws(ArchiveError) -> Verification {
    var result = Verification()
    try read { database in
      try Self.checkStructure(database, &result)
      try Self.checkVintages(database, &result)
      try Self.checkForecasts(database, &result)
      try Self.checkLedger(database, &result)
      try Self.checkFiles(database, contents, &result)
    }
    return result
  }

  private static func checkStructure(_ database: Database, _ result: inout Verification) throws {
    for words in try String.fetchAll(database, sql: "PRAGMA integrity_check") where words != "ok" {
      result.failures.append("SQLite's integrity check says: \(words).")
    }
    for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
      let (table, parent): (String, String) = (row[0], row[2])
      result.failures.append("A row of \(table) refers to one of \(parent) that is not there.")
    }
  }

  private static func checkVintages(_ database: Database, _ result: inout Verification) throws {
    for vintage in try Row.fetchAll(
      database, sql: "SELECT id, time, checksum FROM snapshots ORDER BY id"
    ).map(Vintage.init) {
      let stored = try Row.fetchAll(
        database, sql: "SELECT path, checksum FROM files WHERE snapshot = ?",
        arguments: [vintage.number]
      ).reduce(into: [String: String]()) { $0[$1[0]] = $1[1] }
      let files = try folder(of: vintage.number, in: database).files
      let digests = files.map { (name: $0.path, digest: $0.digest) }
      for (name, digest) in digests where stored[name] != digest.name {
        result.failures.append("Vintage \(vintage.number): \(name) is not what was stored.")
      }
      for name in stored.keys.sorted() where !files.contains(where: { $0.path == name }) {
        result.failures.append("Vintage \(vintage.number): \(name) is gone.")
      }
      if Digest(ofFiles: digests).name != vintage.checksum {
        result.failures.append("Vintage \(vintage.number) is not what was stored.")
      }
      result.vintages += 1
    }
  }

  private static func checkForecasts(_ database: Database, _ result: inout Verification) throws {
    for run in try Int.fetchAll(database, sql: "SELECT id FROM runs ORDER BY id") {
      for (output, checksum) in try forecasts(of: run, database) {
        result.forecasts += 1
        guard output.digest.name != checksum else { continue }
        result.failures.append(
          "Run \(run): the forecast of \(output.measure) is not what was stored.")
      }
    }
  }

  /// Files of generations that were removed since are passed over.
  private static func checkFiles(
    _ database: Database, _ contents: (String) -> [UInt8]?, _ result: inout Verification
  ) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT run, folder || '/generations/' || generation, path, checksum
        FROM published JOIN runs ON runs.id = run WHERE state = 'published' ORDER BY run, path
        """)
    for row in rows {
      let (run, folder, name, checksum): (Int, String, String, String) =
        (row[0], row[1], row[2], row[3])
      guard FileManager.default.fileExists(atPath: folder) else { continue }
      result.files += 1
      guard let bytes = contents("\(folder)/\(name)") else {
        result.failures.append("Run \(run): \(folder)/\(name) is gone.")
        continue
      }
      if Digest(of: bytes.span).name != checksum {
        result.failures.append("Run \(run): \(folder)/\(name) is not what was published.")
      }
    }
  }
}
