import Panels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder like `datasets/`, of which tables can be read and a changed copy be made.
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

  /// Makes a copy with some tables in place of its own, and their description.
  ///
  /// - Parameters:
  ///   - folder: Where to; it must not exist yet, and its parent must.
  ///   - tables: The tables that are new.
  public func copy(to folder: String, replacing tables: [SourceTable]) throws(DataError) {
    let manager = FileManager.default
    do {
      try manager.copyItem(
        at: URL(filePath: path).resolvingSymlinksInPath(), to: URL(filePath: folder))
    } catch {
      throw .unwritable(path: folder, reason: "the folder is missing, full, or not yours to write")
    }
    var package = try DataPackage.read(in: path)
    for table in tables {
      let text = table.figures.tidyText
      try TextFile.write(text, to: "\(folder)/\(table.source.table)")
      let resource = DataPackage.Resource.source(
        table.source, text, edition: table.edition, seriesEditions: table.seriesEditions)
      package?.replace(with: resource)
    }
    if let package { try TextFile.write(try package.text(), to: "\(folder)/\(DataPackage.file)") }
  }
}

extension DataPackage {
  /// Puts a description in the place of that of the same table, or after all others.
  fileprivate mutating func replace(with resource: Resource) {
    if let place = resources.firstIndex(where: { $0.path == resource.path }) {
      resources[place] = resource
    } else {
      resources.append(resource)
    }
    for licence in resource.licenses where !licenses.contains(where: { $0.name == licence.name }) {
      licenses.append(licence)
    }
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
