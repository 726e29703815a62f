import Panels

/// What is wrong with tables, all of it and not only what comes first.
public struct DataCheck: Sendable {
  /// A table that was read.
  public struct Table: Hashable, Sendable {
    public let file: String
    /// How many figures, states or forecasts could be read.
    public let rows: Int
  }

  public let tables: [Table]
  /// By file and line.
  public let defects: [TableError]

  /// Reads whatever there is at a path: a table of one's own, a source's, or a folder of either.
  ///
  /// - Parameters:
  ///   - path: A file or a folder.
  ///   - limit: How many defects of one table are listed at most.
  /// - Throws: A reason why nothing could be read.
  public init(path: String, limit: Int = 20) throws(DataError) {
    let location = try DataLocation(path: path)
    var check = Checking(limit: limit)
    switch location {
    case .tidyFile(let file):
      let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      try check.read(
        folder.isEmpty ? "." : folder.joined(separator: "/"),
        [String(file.split(separator: "/").last ?? "")])
    case .tidyFolder(let folder): try check.read(folder, Folder.tables(in: folder))
    case .tables(let folder):
      let required = [EntityListing.file] + Source.all.map(\.table)
      for name in required where !Folder.isFile("\(folder)/\(name)") {
        throw .incomplete(path: folder, table: name)
      }
      let names =
        required + Source.optional.map(\.table).filter { Folder.isFile("\(folder)/\($0)") }
      try check.read(folder, names)
      let memberships = "\(folder)/\(MembershipTable.file)"
      let others = Folder.isFile(memberships) ? [MembershipTable.file] : []
      if !others.isEmpty { try check.read(memberships: memberships) }
      if let ledger = location.ledger { try check.read(ledger: ledger) }
      let relations = RelationTable.allCases.filter { Folder.isFile("\(folder)/\($0.file)") }
      for table in relations { try check.read(relation: table, in: folder) }
      try check.compare(
        folder,
        names + others + relations.map(\.file)
          + (location.ledger == nil ? [] : [LedgerTable.file]))
    }
    tables = check.tables
    defects = check.defects
  }
}

/// A check under way.
private struct Checking {
  let limit: Int
  var tables: [DataCheck.Table] = []
  var defects: [TableError] = []
  private var entities = EntityTable.builtIn

  init(limit: Int) { self.limit = limit }

  /// Reads tables of a folder, the list of states before the others.
  mutating func read(_ folder: String, _ names: [String]) throws(DataError) {
    let list = "\(folder)/\(EntityListing.file)"
    if Folder.isFile(list) {
      let contents = try FileContents(path: list)
      var found: [TableError] = []
      entities = EntityTable.read(
        contents.bytes.span, file: shown(list), limit: limit, defects: &found)
      if names.contains(EntityListing.file) {
        tables.append(.init(file: shown(list), rows: entities.entities.count))
        defects += found
      }
    }
    var own: [TidyTable] = []
    for name in names where name != EntityListing.file {
      let contents = try FileContents(path: "\(folder)/\(name)")
      let source = Source.known.first { $0.table == name }
      var table = TidyTable(file: shown(contents.path), rules: source?.series ?? TidySeries.rules)
      var found: [TableError] = []
      table.read(
        contents.bytes.span, .init(entities: entities, limit: limit), defects: &found)
      defects += found.sorted { $0.line < $1.line }
      tables.append(.init(file: table.file, rows: table.keys.count))
      if source == nil { own.append(table) }
    }
    if let repeated = TidyDataSet.repeated(own) { defects.append(repeated) }
  }

  /// Reads the table of memberships up to its first defect.
  mutating func read(memberships path: String) throws(DataError) {
    let contents = try FileContents(path: path)
    do throws(TableError) {
      let table = try MembershipTable(contents.bytes.span, file: shown(path))
      let rows = table.groups.reduce(0) { $0 + $1.spells.count }
      tables.append(.init(file: shown(path), rows: rows))
    } catch { defects.append(error) }
  }

  /// Reads the table of published forecasts, after the list of states.
  mutating func read(ledger path: String) throws(DataError) {
    let contents = try FileContents(path: path)
    var found: [TableError] = []
    let entries = LedgerTable.read(
      contents.bytes.span, file: shown(path), entities: entities.entities, limit: limit,
      defects: &found)
    tables.append(.init(file: shown(path), rows: entries.count))
    defects += found
  }

  /// Reads a table of relations up to its first defect.
  mutating func read(relation table: RelationTable, in folder: String) throws(DataError) {
    do throws(DataError) {
      let rows = try RelationTables(folder: folder).rows(of: table)
      tables.append(.init(file: shown("\(folder)/\(table.file)"), rows: rows))
    } catch {
      guard case .defect(let defect) = error else { throw error }
      defects.append(defect)
    }
  }

  /// Compares the tables with what the folder's description says of them.
  mutating func compare(_ folder: String, _ names: [String]) throws(DataError) {
    guard let package = try DataPackage.read(in: folder) else { return }
    for name in names {
      guard let resource = package[name] else { continue }
      let contents = try FileContents(path: "\(folder)/\(name)")
      let digest = contents.digest.name
      guard digest != resource.hash else { continue }
      defects.append(
        TableError(
          .digest, file: shown(contents.path), line: 1,
          found: "\(contents.count) bytes with \(digest.prefix(19))…",
          expected:
            "\(resource.bytes) bytes with \(resource.hash.prefix(19))…, as \(DataPackage.file) says"
        ))
    }
  }

  private func shown(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }
}
