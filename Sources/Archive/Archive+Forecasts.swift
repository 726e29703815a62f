import Datasets
import Foundation
import GRDB

extension Archive {
  static func insert(_ output: ForecastOutput, run: Int, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO contests (run, measure, challenger, incumbent, scenario, origin, crossed_in,
          ratio, seed, version, data, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run, output.measure, output.challenger, output.incumbent, output.scenario, output.origin,
        output.crossedIn, output.ratio, "\(output.seed)", output.version, output.data,
        output.digest.name,
      ])
    let contest = database.lastInsertedRowID
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO outputs (contest, target, horizon, output_type, output_type_id, value)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for row in output.rows {
      try insert.execute(
        arguments: [contest, row.target, row.horizon, row.type, row.id, row.value])
    }
  }

  /// The forecasts of a run, as they were stored.
  public func forecasts(of run: Int) throws(ArchiveError) -> [ForecastOutput] {
    try read { try Self.forecasts(of: run, $0).map(\.output) }
  }

  /// The forecasts of a run, and the digests that were stored with them.
  static func forecasts(
    of run: Int, _ database: Database
  ) throws -> [(output: ForecastOutput, checksum: String)] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM contests WHERE run = ? ORDER BY id", arguments: [run]
    ).map { contest in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT target, horizon, output_type, output_type_id, value FROM outputs
          WHERE contest = ? ORDER BY target, output_type, output_type_id, horizon
          """, arguments: [contest["id"] as Int]
      ).map {
        ForecastOutput.Row(target: $0[0], horizon: $0[1], type: $0[2], id: $0[3], value: $0[4])
      }
      let seed: String = contest["seed"]
      let output = ForecastOutput(
        measure: contest["measure"], challenger: contest["challenger"],
        incumbent: contest["incumbent"], scenario: contest["scenario"],
        origin: contest["origin"], crossedIn: contest["crossed_in"], ratio: contest["ratio"],
        seed: UInt64(seed) ?? 0, version: contest["version"], data: contest["data"], rows: rows)
      return (output, contest["checksum"])
    }
  }
}

extension ForecastOutput {
  /// The digest of all that the archive keeps of it, whatever the order of the rows.
  var digest: Digest {
    let head =
      "\(measure),\(challenger),\(incumbent),\(scenario),\(origin),\(crossedIn ?? 0),\(ratio),"
      + "\(seed),\(version),\(data)"
    let lines = rows.map { "\($0.target),\($0.horizon),\($0.type),\($0.id),\($0.value)" }.sorted()
    return Digest(of: Array(([head] + lines).joined(separator: "\n").utf8).span)
  }
}
