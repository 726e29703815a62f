import Panels

/// All that a folder like `datasets/` holds and a program reads: the unit that is kept and replaced.
///
/// **Shape.** A table of figures a source, and the files that are read as they are: the states, the
/// memberships, the relations, the ledger, the record of past forecasts, and the description.
public struct DataFolder: Sendable {
  /// A file below the folder.
  public struct File: Hashable, Sendable {
    /// Its place, with `/` between names.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }

    public var digest: Digest { Digest(of: bytes.span) }
  }

  /// In the order of their names.
  public let tables: [SourceFigures]
  /// The files that are no tables of figures, in the order of their paths.
  public let documents: [File]

  public init(tables: [SourceFigures], documents: [File]) {
    self.tables = tables.sorted { $0.table < $1.table }
    self.documents = documents.sorted { $0.path < $1.path }
  }

  /// The documents that come with the program, and that no publisher replaces.
  static let accompanying =
    [
      EntityListing.file, MembershipTable.file, LedgerTable.file, "record/skill.csv",
      "record/base-rate.csv", "record/stack.csv",
    ] + RelationTable.allCases.map(\.file)

  /// The documents that a folder may have.
  static let documents =
    [DataPackage.file] + accompanying + Source.known.map { "missing/\($0.table)" }

  /// Reads a folder and checks every figure.
  ///
  /// - Throws: The first defect, with its place.
  public init(path: String) throws(DataError) {
    let list = "\(path)/\(EntityListing.file)"
    guard Folder.isFile(list) else { throw .incomplete(path: path, table: EntityListing.file) }
    let contents = try FileContents(path: list)
    let entities: EntityTable
    do throws(TableError) {
      entities = try EntityTable(contents.bytes.span, file: list)
    } catch { throw .defect(error) }
    let present = Source.known.filter { Folder.isFile("\(path)/\($0.table)") }
    let tables = concurrently(present) { source in
      Result { () throws(DataError) in
        try SourceFigures(source, folder: path, entities: entities)
      }
    }
    var read: [SourceFigures] = []
    for table in tables { read.append(try table.get()) }
    var documents: [File] = []
    for name in Self.documents where Folder.isFile("\(path)/\(name)") {
      documents.append(File(path: name, bytes: try FileContents(path: "\(path)/\(name)").bytes))
    }
    self.init(tables: read, documents: documents)
  }

  /// The digest of the files of a folder, unread: that of the lines `sha256sum` prints for them.
  public static func checksum(of path: String) throws(DataError) -> String {
    var digests: [(name: String, digest: Digest)] = []
    for name in documents + Source.known.map(\.table) where Folder.isFile("\(path)/\(name)") {
      digests.append((name, try FileContents(path: "\(path)/\(name)").digest))
    }
    return Digest(ofFiles: digests).name
  }

  /// Whether the documents that come with the program are the same in two folders.
  public static func haveSameDocuments(_ path: String, _ other: String) throws(DataError) -> Bool {
    for name in accompanying {
      let files = ["\(path)/\(name)", "\(other)/\(name)"].filter(Folder.isFile)
      if files.isEmpty { continue }
      guard files.count == 2,
        try FileContents(path: files[0]).bytes
          == FileContents(path: files[1]).bytes
      else { return false }
    }
    return true
  }

  /// Every file, in the order of their paths.
  public var files: [File] {
    (documents + tables.map { File(path: $0.table, bytes: Array($0.text.utf8)) })
      .sorted { $0.path < $1.path }
  }
}

extension DataFolder {
  /// The folder with a source's table in place of its own, and its description brought up to date.
  ///
  /// A figure that is the same number keeps its digits.
  public func replacing(_ table: SourceTable) throws(DataError) -> DataFolder {
    let name = table.source.table
    let old = tables.first { $0.table == name }?.figures ?? []
    var known: [Place: SourceFigures.Figure] = [:]
    for figure in old { known[Place(figure.power, figure.series, figure.year)] = figure }
    let figures = table.figures.map { figure in
      let new = SourceFigures.Figure(figure)
      guard let old = known[Place(figure.power, figure.series, figure.year)], old.equals(new)
      else { return new }
      return old
    }
    guard figures != old else { return self }
    let replaced = SourceFigures(table: name, figures: figures)
    return DataFolder(
      tables: tables.filter { $0.table != name } + [replaced],
      documents: try documents.map { (file) throws(DataError) in
        guard file.path == DataPackage.file else { return file }
        var package = try DataPackage(file.bytes, path: file.path)
        package.replace(
          with: .source(
            table.source, replaced.text, edition: table.edition,
            seriesEditions: table.seriesEditions))
        return File(path: file.path, bytes: Array(try package.text().utf8))
      })
  }

  /// The folder with the documents of another that come with the program, and what describes them.
  ///
  /// So figures that were stored once do not keep an old record or an old list of states in use.
  public func accompanied(as other: DataFolder) throws(DataError) -> DataFolder {
    let names = Set(Self.accompanying)
    let new = other.documents.filter { names.contains($0.path) }
    let kept = documents.filter { !names.contains($0.path) }
    guard Set(new) != Set(documents).subtracting(kept) else { return self }
    let described = try other.documents.first { $0.path == DataPackage.file }
      .map { (file) throws(DataError) in try DataPackage(file.bytes, path: file.path) }
    return DataFolder(
      tables: tables,
      documents: try (kept + new).map { (file) throws(DataError) in
        guard file.path == DataPackage.file, let described else { return file }
        var package = try DataPackage(file.bytes, path: file.path)
        for resource in described.resources where names.contains(resource.path) {
          package.replace(with: resource)
        }
        return File(path: file.path, bytes: Array(try package.text().utf8))
      })
  }

  /// The folder with a document in place of its own.
  public func replacing(_ document: File) -> DataFolder {
    DataFolder(
      tables: tables, documents: documents.filter { $0.path != document.path } + [document])
  }

  /// Where a figure stands.
  private struct Place: Hashable {
    let power: String
    let series: String
    let year: Int

    init(_ power: Power, _ series: String, _ year: Int) {
      self.power = power.code
      self.series = series
      self.year = year
    }
  }
}

extension DataPackage {
  /// Puts a description in the place of that of the same table, or after all others.
  mutating func replace(with resource: Resource) {
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
