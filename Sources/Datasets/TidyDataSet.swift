public import Panels

/// A data set of one's own: tidy tables whose series are indicators or measures.
///
/// Only what the tables hold is used; nothing is added from the embedded figures.
public struct TidyDataSet: Sendable {
  /// The tables, as paths.
  public let files: [String]
  /// The states' list, as a path; the built-in one where it is missing.
  public let list: String?

  /// One file.
  public init(file: String) {
    files = [file]
    list = nil
  }

  /// Every table of a folder, and its `entities.csv` if it has one.
  public init(folder: String) throws(DataError) {
    let names = try Folder.tables(in: folder)
    files = names.filter { $0 != EntityListing.file }.map { "\(folder)/\($0)" }
    list = names.contains(EntityListing.file) ? "\(folder)/\(EntityListing.file)" : nil
  }

  /// Reads, checks and arranges the tables.
  ///
  /// - Throws: The first defect, with its place; a figure that two tables give is one.
  public func load() throws(DataError) -> DataSet {
    var digests: [(name: String, digest: Digest)] = []
    let entities = try entities(&digests)
    var tables: [(table: TidyTable, contents: FileContents)] = []
    for path in files {
      let contents = try FileContents(path: path)
      digests.append((contents.name, contents.digest))
      do throws(TableError) {
        let table = try TidyTable.read(
          contents.bytes.span, file: path, rules: TidySeries.rules, entities: entities)
        tables.append((table, contents))
      } catch { throw .defect(error) }
    }
    if let repeated = Self.repeated(tables.map(\.table)) { throw .defect(repeated) }
    let panels = Self.panels(tables.map { ($0.table, $0.contents.name) }, entities)
    return DataSet(
      panels: panels, entities: entities.entities, checksum: Digest(ofFiles: digests).name,
      groups: MembershipTable.builtIn.groups)
  }

  private func entities(
    _ digests: inout [(name: String, digest: Digest)]
  ) throws(DataError) -> EntityTable {
    guard let list else { return .builtIn }
    let contents = try FileContents(path: list)
    digests.append((contents.name, contents.digest))
    do throws(TableError) {
      return try EntityTable(contents.bytes.span, file: list)
    } catch { throw .defect(error) }
  }

  /// The first figure that another table gave earlier.
  static func repeated(_ tables: [TidyTable]) -> TableError? {
    guard tables.count > 1 else { return nil }
    var seen: [TidyTable.Key: (file: String, line: Int32)] = [:]
    for table in tables {
      for (key, line) in zip(table.keys, table.lines) {
        guard let first = seen.updateValue((table.file, line), forKey: key),
          first.file != table.file
        else { continue }
        let figure = "\(TidyTable.letters(key.code)) \(key.year) \(table.rules[key.series].name)"
        return TableError(
          .duplicate, file: table.file, line: Int(line), found: "\(figure) again",
          expected: "each figure once, and \(first.file):\(first.line) has it")
      }
    }
    return nil
  }

  private static func panels(
    _ tables: [(table: TidyTable, name: String)], _ entities: EntityTable
  ) -> [Panel] {
    let sheets = tables.map { (sheets: $0.table.sheets(of: entities), name: $0.name) }
    return TidySeries.indicators.compactMap { indicator in
      let given = sheets.compactMap { entry in
        entry.sheets[indicator.name].map { (sheet: $0, name: entry.name) }
      }
      guard let first = given.map(\.sheet.years.lowerBound).min(),
        let last = given.map(\.sheet.years.upperBound).max()
      else { return nil }
      var draft = Draft(indicator, entities, years: first...last)
      for (sheet, name) in given {
        let origin = draft.origin(name, .observed)
        for state in entities.entities.indices {
          for year in sheet.years { draft.set(sheet[state, year], state, year, origin) }
        }
      }
      return draft.panel()
    }
  }
}
