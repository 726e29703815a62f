import Panels

/// A folder like `datasets/`, of which tables can be read one by one.
public struct TableFolder: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// The states that its figures can be about.
  public func entities() throws(DataError) -> EntityTable {
    let list = "\(path)/\(EntityListing.file)"
    guard Folder.isFile(list) else { return .builtIn }
    let contents = try FileContents(path: list)
    do throws(TableError) {
      return try EntityTable(contents.bytes.span, file: list)
    } catch { throw .defect(error) }
  }

  /// Whether the folder has the table of a source.
  public func has(_ source: Source) -> Bool { Folder.isFile("\(path)/\(source.table)") }

  /// The table of a source; nothing where the folder has none.
  public func table(of source: Source) throws(DataError) -> SourceTable? {
    let file = "\(path)/\(source.table)"
    guard Folder.isFile(file) else { return nil }
    let contents = try FileContents(path: file)
    let resource = try DataPackage.read(in: path)?[source.table]
    let entities = try entities()
    do throws(TableError) {
      let table = try TidyTable.read(
        contents.bytes.span, file: file, rules: source.series, entities: entities)
      return SourceTable(
        source: source, edition: resource?.edition ?? source.edition,
        seriesEditions: resource?.seriesEditions ?? [:], figures: table.figures(of: entities))
    } catch { throw .defect(error) }
  }
}

extension TidyTable {
  /// The rows as figures, in the order of the file.
  fileprivate func figures(of entities: EntityTable) -> [Figure] {
    var code: UInt32 = 0
    var place = 0
    return zip(keys, values).map { key, value in
      if key.code != code {
        code = key.code
        place = entities.places[code] ?? 0
      }
      return Figure(
        power: entities.entities[place].power, year: key.year, series: rules[key.series].name,
        value: value)
    }
  }
}
