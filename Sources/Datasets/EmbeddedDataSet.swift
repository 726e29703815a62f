public import Panels

/// The data set in a folder like `datasets/`: the sources' tables, joined to panels.
public struct EmbeddedDataSet: Sendable {
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// Reads, checks and joins the tables.
  ///
  /// - Throws: The first defect, with its place.
  public func load() throws(DataError) -> DataSet {
    let package = try DataPackage.read(in: folder)
    let list = try contents(of: EntityListing.file)
    let entities = try entities(list)
    let sources = Source.all + Source.optional.filter { Folder.isFile("\(folder)/\($0.table)") }
    let tables = concurrently(sources) { source in
      Result { () throws(DataError) in try read(source, entities, package) }
    }
    var digests = [(name: list.name, digest: list.digest)]
    let groups = try groups(&digests)
    var sheets: [String: [String: Sheet]] = [:]
    for (source, table) in zip(sources, tables) {
      let (digest, series) = try table.get()
      digests.append((source.table, digest))
      sheets[source.name] = series
    }
    let assembly = Assembly(entities: entities, sheets: sheets, editions: package)
    return DataSet(
      panels: assembly.panels(), entities: entities.entities,
      checksum: Digest(ofFiles: digests).name, groups: groups)
  }

  /// The folder's memberships, or the compiled ones where it has none.
  private func groups(
    _ digests: inout [(name: String, digest: Digest)]
  ) throws(DataError) -> [PowerGroup] {
    guard Folder.isFile("\(folder)/\(MembershipTable.file)") else {
      return MembershipTable.builtIn.groups
    }
    let contents = try contents(of: MembershipTable.file)
    digests.append((contents.name, contents.digest))
    do throws(TableError) {
      return try MembershipTable(contents.bytes.span, file: contents.path).groups
    } catch { throw .defect(error) }
  }

  private func read(
    _ source: Source, _ entities: EntityTable, _ package: DataPackage?
  ) throws(DataError) -> (digest: Digest, series: [String: Sheet]) {
    let contents = try contents(of: source.table)
    let table = try table(contents, source, entities)
    try checkEnd(of: table, contents, package)
    return (contents.digest, table.sheets(of: entities))
  }

  private func contents(of table: String) throws(DataError) -> FileContents {
    let path = "\(folder)/\(table)"
    guard Folder.isFile(path) else { throw .incomplete(path: folder, table: table) }
    return try FileContents(path: path)
  }

  private func entities(_ list: FileContents) throws(DataError) -> EntityTable {
    do throws(TableError) {
      return try EntityTable(list.bytes.span, file: list.path)
    } catch { throw .defect(error) }
  }

  private func table(
    _ contents: FileContents, _ source: Source, _ entities: EntityTable
  ) throws(DataError) -> TidyTable {
    do throws(TableError) {
      return try TidyTable.read(
        contents.bytes.span, file: contents.path, rules: source.series, entities: entities)
    } catch { throw .defect(error) }
  }

  /// Refuses a table that was cut off inside its last figure.
  ///
  /// Such a line reads well; only the size in the description betrays it.
  private func checkEnd(
    of table: TidyTable, _ contents: FileContents, _ package: DataPackage?
  ) throws(DataError) {
    guard !table.isEnded, let resource = package?[contents.name],
      contents.count < resource.bytes
    else { return }
    throw .defect(
      TableError(
        .truncation, file: contents.path, line: table.lastLine,
        found: "the end of the file after \(contents.count) bytes, inside a line",
        expected: "\(resource.bytes) bytes, as \(DataPackage.file) says"))
  }
}
