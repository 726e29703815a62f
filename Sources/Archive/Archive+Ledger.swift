import Datasets
import GRDB
public import Panels

extension Archive {
  /// What published runs entered in the ledger, in their order; only those before one, if any.
  public func entries(before run: Int? = nil) throws(ArchiveError) -> [LedgerEntry] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT content FROM ledger JOIN runs ON runs.id = run
          WHERE state = 'published' AND run < ? ORDER BY run
          """, arguments: [run ?? .max]
      ).flatMap { try LedgerTable(text: $0, named: "ledger of the archive").entries }
    }
  }

  static func insert(_ entries: [LedgerEntry], run: Int, _ database: Database) throws {
    guard !entries.isEmpty else { return }
    let text = LedgerTable.text(of: entries)
    try database.execute(
      sql: "INSERT INTO ledger (run, content, checksum) VALUES (?, ?, ?)",
      arguments: [run, text, Digest(of: Array(text.utf8).span).name])
  }

  static func checkLedger(_ database: Database, _ result: inout Verification) throws {
    for row in try Row.fetchAll(database, sql: "SELECT run, content, checksum FROM ledger") {
      let (run, text, checksum): (Int, String, String) = (row[0], row[1], row[2])
      guard Digest(of: Array(text.utf8).span).name != checksum else { continue }
      result.add("Run \(run): what it entered in the ledger is not what was stored.")
    }
  }
}
