public import Datasets
import Foundation
import GRDB
import Panels

/// What makes one folder of tables out of another.
public struct FolderChanges: Sendable {
  /// The figures of one table that ended, and those that began.
  public struct Table: Sendable {
    public let name: String
    public private(set) var ended: [SourceFigures.Figure] = []
    public private(set) var begun: [SourceFigures.Figure] = []
  }

  public let tables: [Table]
  let endedDocuments: [String]
  let begunDocuments: [DataFolder.File]

  public init(from old: DataFolder, to new: DataFolder) {
    let names = Set(old.tables.map(\.table)).union(new.tables.map(\.table)).sorted()
    tables = names.map { name in
      Table(
        name, from: old.tables.first { $0.table == name }?.figures ?? [],
        to: new.tables.first { $0.table == name }?.figures ?? [])
    }.filter { !$0.ended.isEmpty || !$0.begun.isEmpty }
    let kept = Set(old.documents).intersection(new.documents)
    endedDocuments = old.documents.filter { !kept.contains($0) }.map(\.path)
    begunDocuments = new.documents.filter { !kept.contains($0) }
  }

  public var isEmpty: Bool { tables.isEmpty && endedDocuments.isEmpty && begunDocuments.isEmpty }

  /// Ends what ended and begins what began with a snapshot.
  func write(as number: Int, to database: Database) throws {
    for table in tables {
      let series = try table.series(in: database)
      let end = try database.makeStatement(
        sql: """
          UPDATE figures SET until = ?
          WHERE series = ? AND power = ? AND year = ? AND until IS NULL
          """)
      for figure in table.ended {
        try end.execute(
          arguments: [number, series[figure.series], figure.power.code, figure.year])
      }
      let begin = try database.makeStatement(
        sql: "INSERT INTO figures (series, power, year, since, value) VALUES (?, ?, ?, ?, ?)")
      for figure in table.begun {
        try begin.execute(
          arguments: [series[figure.series], figure.power.code, figure.year, number, figure.digits])
      }
    }
    for path in endedDocuments {
      try database.execute(
        sql: "UPDATE documents SET until = ? WHERE path = ? AND until IS NULL",
        arguments: [number, path])
    }
    for file in begunDocuments {
      try database.execute(
        sql: "INSERT INTO documents (path, since, content) VALUES (?, ?, ?)",
        arguments: [file.path, number, Data(file.bytes)])
    }
  }
}

extension FolderChanges.Table {
  /// The figures whose number is not as it was, each place once: the new one where there is one.
  public var places: [SourceFigures.Figure] {
    func place(_ figure: SourceFigures.Figure) -> String {
      "\(figure.power.code) \(figure.year) \(figure.series)"
    }
    var before = Dictionary(uniqueKeysWithValues: ended.map { (place($0), $0) })
    let changed = begun.filter { new in
      before.removeValue(forKey: place(new)).map { !$0.equals(new) } ?? true
    }
    return changed + before.values
  }

  /// Walks along both tables, whose figures are in one order.
  init(_ name: String, from old: [SourceFigures.Figure], to new: [SourceFigures.Figure]) {
    self.name = name
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if j == new.count || i < old.count && SourceFigures.precedes(old[i], new[j]) {
        ended.append(old[i])
        i += 1
      } else if i == old.count || SourceFigures.precedes(new[j], old[i]) {
        begun.append(new[j])
        j += 1
      } else {
        if old[i].digits != new[j].digits {
          ended.append(old[i])
          begun.append(new[j])
        }
        i += 1
        j += 1
      }
    }
  }

  /// The numbers of the table's series; new ones are added.
  func series(in database: Database) throws -> [String: Int] {
    let source = Source.known.first { $0.table == name }
    try database.execute(
      sql: "INSERT OR IGNORE INTO sources (name, publisher, licence) VALUES (?, ?, ?)",
      arguments: [name, source?.publisher, source?.licence.name])
    for series in Set(begun.map(\.series)).sorted() {
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO series (source, name)
          VALUES ((SELECT id FROM sources WHERE name = ?), ?)
          """, arguments: [name, series])
    }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT series.name, series.id FROM series JOIN sources ON sources.id = source
        WHERE sources.name = ?
        """, arguments: [name]
    ).reduce(into: [:]) { $0[$1[0]] = $1[1] }
  }
}
