public import Datasets
public import Forecasting
public import Foundation
import GRDB
public import Panels

/// All that a run which has something new leaves behind.
public struct RunOutcome: Sendable {
  public var started: Date
  public var vintage: Int
  public var folder: String
  public var generation: String
  public var version: String
  /// As JSON.
  public var settings: String
  /// The checksum of the data set.
  public var data: String
  public var forecasts: [ForecastOutput]
  public var moves: [ForecastMove]
  public var causes: [MoveCause]
  /// What is entered in the ledger.
  public var entries: [LedgerEntry]

  public init(
    started: Date, vintage: Int, folder: String, generation: String, version: String,
    settings: String, data: String, forecasts: [ForecastOutput], moves: [ForecastMove],
    causes: [MoveCause], entries: [LedgerEntry] = []
  ) {
    self.started = started
    self.vintage = vintage
    self.folder = folder
    self.generation = generation
    self.version = version
    self.settings = settings
    self.data = data
    self.forecasts = forecasts
    self.moves = moves
    self.causes = causes
    self.entries = entries
  }
}

extension Archive {
  /// The number of the run to come.
  public func nextRun() throws(ArchiveError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT max(id) FROM runs").map { $0 + 1 } ?? 1 }
  }

  /// Stores a forecast that is about to be served, with the files it will be served as.
  public func prepare(
    _ outcome: RunOutcome, as number: Int, files: [DataFolder.File]
  ) throws(ArchiveError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO runs (id, started, state, snapshot, folder, generation, version, settings, data)
          VALUES (?, ?, 'prepared', ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, outcome.started.stamp, outcome.vintage, outcome.folder, outcome.generation,
          outcome.version, outcome.settings, outcome.data,
        ])
      for file in files {
        try database.execute(
          sql: "INSERT INTO published (run, path, checksum) VALUES (?, ?, ?)",
          arguments: [number, file.path, file.digest.name])
      }
      for output in outcome.forecasts { try Self.insert(output, run: number, database) }
      try Self.insert(outcome.moves, into: "moves", run: number, database)
      try Self.insert(outcome.causes, into: "causes", run: number, database)
      try Self.insert(outcome.entries, run: number, database)
    }
  }

  /// Says what became of a run that was prepared.
  public func settle(
    _ run: Int, as state: RunRecord.State, at time: Date
  ) throws(ArchiveError) {
    try write {
      try $0.execute(
        sql: "UPDATE runs SET state = ?, finished = ? WHERE id = ?",
        arguments: [state.rawValue, time.stamp, run])
    }
  }

  /// Notes a run that found nothing new.
  public func noteUnchanged(
    started: Date, finished: Date, vintage: Int, version: String
  ) throws(ArchiveError) {
    try write {
      try $0.execute(
        sql: """
          INSERT INTO runs (started, finished, state, snapshot, version)
          VALUES (?, ?, 'unchanged', ?, ?)
          """, arguments: [started.stamp, finished.stamp, vintage, version])
    }
  }

  /// The runs in some states, the first first.
  public func runs(in states: [RunRecord.State]) throws(ArchiveError) -> [RunRecord] {
    try read { database in
      let marks = states.map { _ in "?" }.joined(separator: ",")
      return try Row.fetchAll(
        database, sql: "SELECT * FROM runs WHERE state IN (\(marks)) ORDER BY id",
        arguments: StatementArguments(states.map(\.rawValue))
      ).compactMap(RunRecord.init)
    }
  }

  /// How the headlines of a run moved, in the order in which they were stored.
  public func moves(of run: Int) throws(ArchiveError) -> [ForecastMove] {
    try contents(of: "moves", run: run)
  }

  /// What moved the headlines of a run most.
  public func causes(of run: Int) throws(ArchiveError) -> [MoveCause] {
    try contents(of: "causes", run: run)
  }

  private func contents<Content: Decodable>(
    of table: String, run: Int
  ) throws(ArchiveError) -> [Content] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT content FROM \(table) WHERE run = ? ORDER BY position",
        arguments: [run]
      ).map { try JSONDecoder().decode(Content.self, from: Data($0.utf8)) }
    }
  }

  private static func insert(
    _ contents: [some Encodable], into table: String, run: Int, _ database: Database
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for (position, content) in contents.enumerated() {
      try database.execute(
        sql: "INSERT INTO \(table) (run, position, content) VALUES (?, ?, ?)",
        arguments: [run, position, String(decoding: try encoder.encode(content), as: UTF8.self)])
    }
  }
}

extension RunRecord {
  init?(_ row: Row) {
    let stamp: String = row["started"]
    guard let started = Date(stamp: stamp), let state = State(rawValue: row["state"]) else {
      return nil
    }
    self.init(
      number: row["id"], started: started, state: state, vintage: row["snapshot"],
      folder: row["folder"], generation: row["generation"], version: row["version"],
      settings: row["settings"], data: row["data"])
  }
}
