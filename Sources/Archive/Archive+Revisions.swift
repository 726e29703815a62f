import Datasets
import GRDB

/// A figure that one vintage had otherwise than the one before it.
public struct FigureRevision: Hashable, Sendable {
  /// The name of the table.
  public let table: String
  public let series: String
  /// The number of the vintage with the newer figure.
  public let vintage: Int
  /// The number as it was written.
  public let older: String
  /// The number as it is written since.
  public let newer: String

  public init(table: String, series: String, vintage: Int, older: String, newer: String) {
    self.table = table
    self.series = series
    self.vintage = vintage
    self.older = older
    self.newer = newer
  }
}

extension Archive {
  /// Every revision of a figure, in no order; figures that came or went are none.
  public func revisions() throws(ArchiveError) -> [FigureRevision] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT sources.name, series.name, newer.since, older.value, newer.value
          FROM figures older JOIN figures newer
            ON newer.series = older.series AND newer.power = older.power
              AND newer.year = older.year AND newer.since = older.until
            JOIN series ON series.id = older.series JOIN sources ON sources.id = series.source
          WHERE older.until IS NOT NULL
          """
      ).map {
        FigureRevision(table: $0[0], series: $0[1], vintage: $0[2], older: $0[3], newer: $0[4])
      }
    }
  }
}
