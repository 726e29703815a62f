public import Datasets
public import Foundation
import GRDB
import Panels

extension Archive {
  /// All vintages, the first first.
  public func vintages() throws(ArchiveError) -> [Vintage] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT id, time, checksum FROM snapshots ORDER BY id")
        .map(Vintage.init)
    }
  }

  /// The vintage that was known at the end of a day; the last one where no day is given.
  ///
  /// - Throws: `empty`, or `beforeFirst`.
  public func vintage(on day: Day? = nil) throws(ArchiveError) -> Vintage {
    try last(asked: day) { vintage in day.map { vintage.day <= $0 } ?? true }
  }

  /// The vintage that was known at a moment.
  ///
  /// - Throws: `empty`, or `beforeFirst`.
  public func vintage(at moment: Date) throws(ArchiveError) -> Vintage {
    try last(asked: Day(moment)) { $0.time <= moment }
  }

  private func last(
    asked day: Day?, _ isKnown: (Vintage) -> Bool
  ) throws(ArchiveError) -> Vintage {
    let all = try vintages()
    guard let first = all.first else { throw .empty(path: path) }
    guard let found = all.last(where: isKnown) else {
      throw .beforeFirst(day ?? first.day, first: first.day)
    }
    return found
  }

  /// All that a vintage held, digit for digit.
  public func folder(of vintage: Vintage) throws(ArchiveError) -> DataFolder {
    try read { try Self.folder(of: vintage.number, in: $0) }
  }

  /// Keeps a folder as a new vintage, by what is different from the last.
  ///
  /// - Parameters:
  ///   - folder: All that is known now.
  ///   - time: Now; where the clock was moved back, the last vintage's time is taken.
  /// - Returns: The new vintage, or nothing where nothing differs.
  /// - Throws: What stopped the archive; nothing is kept then.
  public func keep(_ folder: DataFolder, at time: Date) throws(ArchiveError) -> Vintage? {
    try write { database in
      let last = try Row.fetchOne(
        database, sql: "SELECT id, time, checksum FROM snapshots ORDER BY id DESC LIMIT 1"
      ).map(Vintage.init)
      let old = try last.map { try Self.folder(of: $0.number, in: database) }
      let changes = FolderChanges(from: old ?? DataFolder(tables: [], documents: []), to: folder)
      guard !changes.isEmpty else { return nil }
      let files = folder.files.map { (name: $0.path, digest: $0.digest) }
      let vintage = Vintage(
        number: (last?.number ?? 0) + 1, time: max(time, last?.time ?? time),
        checksum: Digest(ofFiles: files).name)
      try database.execute(
        sql: "INSERT INTO snapshots (id, time, checksum) VALUES (?, ?, ?)",
        arguments: [vintage.number, vintage.time.stamp, vintage.checksum])
      for file in files {
        try database.execute(
          sql: "INSERT INTO files (snapshot, path, checksum) VALUES (?, ?, ?)",
          arguments: [vintage.number, file.name, file.digest.name])
      }
      try changes.write(as: vintage.number, to: database)
      return vintage
    }
  }

  /// Keeps the folder at a path as a new vintage, if it is not the last one byte for byte.
  ///
  /// - Returns: The new vintage, or nothing where nothing differs.
  /// - Throws: A defect of the folder, or what stopped the archive.
  public func keep(folderAt path: String, at time: Date) throws -> Vintage? {
    let last = try vintages().last
    if let last, try DataFolder.checksum(of: path) == last.checksum { return nil }
    return try keep(DataFolder(path: path), at: time)
  }

  /// Reads the figures and documents that held in a snapshot.
  static func folder(of number: Int, in database: Database) throws -> DataFolder {
    let sources = try Row.fetchAll(database, sql: "SELECT id, name FROM sources ORDER BY name")
    let tables = try sources.compactMap { row -> SourceFigures? in
      let figures = try figures(of: row[0], in: number, database)
      return figures.isEmpty ? nil : SourceFigures(table: row[1], figures: figures)
    }
    let documents = try Row.fetchAll(
      database,
      sql: """
        SELECT path, content FROM documents
        WHERE since <= ? AND (until IS NULL OR until > ?) ORDER BY path
        """, arguments: [number, number]
    ).map { DataFolder.File(path: $0[0], bytes: Array($0[1] as Data)) }
    return DataFolder(tables: tables, documents: documents)
  }

  private static func figures(
    of source: Int, in number: Int, _ database: Database
  ) throws -> [SourceFigures.Figure] {
    let names = try Row.fetchAll(
      database, sql: "SELECT id, name FROM series WHERE source = ?", arguments: [source]
    ).reduce(into: [Int: String]()) { $0[$1[0]] = $1[1] }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT series, power, year, value FROM figures
        WHERE series IN (SELECT id FROM series WHERE source = ?)
          AND since <= ? AND (until IS NULL OR until > ?)
        """, arguments: [source, number, number])
    var figures: [SourceFigures.Figure] = []
    while let row = try rows.next() {
      let series: Int = row[0]
      let code: String = row[1]
      figures.append(
        SourceFigures.Figure(
          power: Power(code), year: row[2], series: names[series] ?? "", digits: row[3]))
    }
    return figures
  }
}

extension Vintage {
  init(_ row: Row) {
    let stamp: String = row[1]
    self.init(number: row[0], time: Date(stamp: stamp) ?? .distantPast, checksum: row[2])
  }

  /// The day on which it became known.
  public var day: Day { Day(time) }
}
