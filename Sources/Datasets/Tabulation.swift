/// Makes the embedded tables from a folder of raw ones.
///
/// Lines are copied as they are, digits untouched; only their choice and order is made here.
public struct Tabulation: Sendable {
  /// The folder of raw tables.
  public let raw: String
  /// The folder of the embedded tables.
  public let folder: String
  /// The Swift file with the compiled list of states, where it is to be made too.
  public let list: String?
  /// The Swift file with the compiled table of memberships, where it is to be made too.
  public let memberships: String?

  public init(raw: String, folder: String, list: String? = nil, memberships: String? = nil) {
    self.raw = raw
    self.folder = folder
    self.list = list
    self.memberships = memberships
  }

  /// Writes `entities.csv`, `memberships.csv`, a table a source, those of relations, and
  /// `datapackage.json`.
  ///
  /// The table of published forecasts, kept by hand, is checked, described and left as it is.
  ///
  /// - Returns: The name and the size in bytes of each file.
  public func write() throws(DataError) -> [(file: String, bytes: Int)] {
    var written: [(file: String, bytes: Int)] = []
    var resources: [DataPackage.Resource] = []
    let text = try EntityListing(raw: raw, folder: folder).text()
    let entities: EntityTable
    do throws(TableError) {
      entities = try EntityTable(text: text, file: EntityListing.file)
    } catch { throw .defect(error) }
    try put(text, as: EntityListing.file, &written)
    if let list { try TextFile.write(EntityListing.source(of: entities), to: list) }
    resources.append(.entities(text))
    let listing = MembershipListing(raw: raw, folder: folder, entities: entities)
    let groups = try listing.text()
    try put(groups, as: MembershipTable.file, &written)
    if let memberships { try TextFile.write(MembershipListing.source(of: groups), to: memberships) }
    resources.append(.memberships(groups))
    for source in Source.all {
      let text = try table(of: source, entities: entities)
      try put(text, as: source.table, &written)
      resources.append(.source(source, text))
    }
    for table in RelationTable.allCases {
      guard let text = try RelationListing(raw: raw).text(table) else { continue }
      try TextFile.makeFolder("\(folder)/relations")
      try put(text, as: table.file, &written)
      resources.append(.relation(table, text))
    }
    if let text = try ledger(of: entities) { resources.append(.ledger(text)) }
    let package = DataPackage(
      title: "Figures of the powers: output, population, military effort",
      licenses: resources.flatMap(\.licenses).reduce(into: []) { all, licence in
        if !all.contains(where: { $0.name == licence.name }) { all.append(licence) }
      }, resources: resources)
    try put(try package.text(), as: DataPackage.file, &written)
    return written
  }

  private func put(
    _ text: String, as name: String, _ written: inout [(file: String, bytes: Int)]
  ) throws(DataError) {
    try TextFile.write(text, to: "\(folder)/\(name)")
    written.append((name, text.utf8.count))
  }

  /// The table of published forecasts in the folder, if it has one.
  private func ledger(of entities: EntityTable) throws(DataError) -> String? {
    let path = "\(folder)/\(LedgerTable.file)"
    guard Folder.isFile(path) else { return nil }
    _ = try LedgerTable(path: path, entities: entities.entities)
    return String(decoding: try FileContents(path: path).bytes, as: UTF8.self)
  }

  /// The lines of a source's series from all of its raw tables, by code, series and year.
  private func table(of source: Source, entities: EntityTable) throws(DataError) -> String {
    var lines: [(key: TidyTable.Key, text: Substring)] = []
    for path in source.raw {
      let contents = try FileContents(path: "\(raw)/\(path)")
      let table: TidyTable
      do throws(TableError) {
        table = try TidyTable.read(
          contents.bytes.span, file: path, rules: source.series, entities: entities,
          skipsOthers: true)
      } catch { throw .defect(error) }
      let text = String(decoding: contents.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (key, line) in zip(table.keys, table.lines) { lines.append((key, text[Int(line) - 1])) }
    }
    lines.sort { $0.key < $1.key }
    let header = TidyTable.columns.joined(separator: ",") + "\n"
    return lines.reduce(into: header) { $0 += $1.text + "\n" }
  }
}
