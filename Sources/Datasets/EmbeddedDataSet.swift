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
    var digests: [(name: String, digest: Digest)] = []
    let entities = try entities(&digests)
    var sheets: [String: [String: Sheet]] = [:]
    for source in Source.all {
      let contents = try contents(of: source.table)
      digests.append((source.table, contents.digest))
      let table = try table(contents, source, entities)
      try checkEnd(of: table, contents, package)
      sheets[source.name] = table.sheets(of: entities)
    }
    let assembly = Assembly(entities: entities, sheets: sheets, editions: package)
    return DataSet(
      panels: assembly.panels(), entities: entities.entities,
      checksum: Digest(ofFiles: digests).name)
  }

  private func contents(of table: String) throws(DataError) -> FileContents {
    let path = "\(folder)/\(table)"
    guard Folder.isFile(path) else { throw .incomplete(path: folder, table: table) }
    return try FileContents(path: path)
  }

  private func entities(
    _ digests: inout [(name: String, digest: Digest)]
  ) throws(DataError) -> EntityTable {
    let contents = try contents(of: EntityListing.file)
    digests.append((EntityListing.file, contents.digest))
    do throws(TableError) {
      return try EntityTable(contents.bytes.span, file: contents.path)
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
