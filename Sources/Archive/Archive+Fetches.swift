public import Foundation
import GRDB

extension Archive {
  /// Notes what was fetched; the same answer again only moves the time of the last one.
  public func note(_ fetches: [FetchRecord]) throws(ArchiveError) {
    guard !fetches.isEmpty else { return }
    try write { database in
      for fetch in fetches {
        let last = try Row.fetchOne(
          database,
          sql: """
            SELECT id, status, etag, sha256 FROM fetches WHERE source = ? AND address = ?
            ORDER BY id DESC LIMIT 1
            """, arguments: [fetch.source, fetch.address])
        if let last, last[1] == fetch.status, last[2] == fetch.entityTag, last[3] == fetch.sha256 {
          try database.execute(
            sql: "UPDATE fetches SET last_time = ?, times = times + 1 WHERE id = ?",
            arguments: [fetch.time.stamp, last[0] as Int])
        } else {
          try database.execute(
            sql: """
              INSERT INTO fetches (source, address, time, last_time, times, status, etag, sha256)
              VALUES (?, ?, ?, ?, 1, ?, ?, ?)
              """,
            arguments: [
              fetch.source, fetch.address, fetch.time.stamp, fetch.time.stamp, fetch.status,
              fetch.entityTag, fetch.sha256,
            ])
        }
      }
    }
  }

  /// Notes findings; one that is there again only moves the time of the last one.
  public func note(_ findings: [FindingRecord], at time: Date) throws(ArchiveError) {
    guard !findings.isEmpty else { return }
    try write { database in
      for finding in findings {
        let known = try Int.fetchOne(
          database,
          sql: "SELECT id FROM findings WHERE source = ? AND name = ? AND words = ?",
          arguments: [finding.source, finding.name, finding.words])
        if let known {
          try database.execute(
            sql: "UPDATE findings SET last_time = ?, times = times + 1, file = ? WHERE id = ?",
            arguments: [time.stamp, finding.file, known])
        } else {
          try database.execute(
            sql: """
              INSERT INTO findings (time, last_time, times, source, name, words, file)
              VALUES (?, ?, 1, ?, ?, ?, ?)
              """,
            arguments: [
              time.stamp, time.stamp, finding.source, finding.name, finding.words, finding.file,
            ])
        }
      }
    }
  }
}
