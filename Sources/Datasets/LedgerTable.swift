public import Panels

/// The table of published forecasts: what was said, by whom, and where it stands.
///
/// It is kept by hand beside the figures.
public struct LedgerTable: Sendable {
  /// Its place below the folder of the embedded tables.
  public static let file = "ledger/ledger.csv"

  public static let columns = [
    "id", "publisher", "published", "challenger", "incumbent", "measure", "predicted_low",
    "predicted_high", "predicted_note", "never_by", "source", "verified", "resolution_rule",
  ]

  /// In the order of the table.
  public let entries: [LedgerEntry]

  /// Reads and checks a table.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - entities: The states that forecasts can be about.
  /// - Throws: The first defect, with its file, line and column.
  public init(path: String, entities: some Sequence<Entity>) throws(DataError) {
    let contents = try FileContents(path: path)
    do throws(TableError) {
      try self.init(contents.bytes.span, file: path, entities: entities)
    } catch { throw .defect(error) }
  }

  /// Reads and checks a table that is at hand as text, of states that are built in.
  ///
  /// - Throws: The first defect, with its line and column.
  public init(text: String, named name: String) throws(DataError) {
    do throws(TableError) {
      try self.init(Array(text.utf8).span, file: name, entities: EntityTable.builtIn.entities)
    } catch { throw .defect(error) }
  }

  init(
    _ bytes: Span<UInt8>, file: String, entities: some Sequence<Entity>
  ) throws(TableError) {
    var defects: [TableError] = []
    entries = Self.read(bytes, file: file, entities: entities, limit: 1, defects: &defects)
    if let first = defects.first { throw first }
  }

  /// Reads all that can be read and collects the defects, at most `limit`.
  static func read(
    _ bytes: Span<UInt8>, file: String, entities: some Sequence<Entity>, limit: Int,
    defects: inout [TableError]
  ) -> [LedgerEntry] {
    let directory = PowerDirectory(entities)
    var entries: [LedgerEntry] = []
    var lines: [String: Int] = [:]
    var records = Records(bytes, file: file)
    do throws(TableError) {
      let header = try records.header(of: columns, in: bytes)
      while defects.count < limit, try records.advance(in: bytes) {
        do throws(TableError) {
          try records.checkWidth(in: bytes)
          let texts = header.map { records.text($0, in: bytes) }
          let row = LedgerRow(
            fields: Dictionary(uniqueKeysWithValues: zip(columns, texts)), records: records,
            directory: directory)
          let entry = try row.entry()
          if let first = lines.updateValue(records.line, forKey: entry.id) {
            lines[entry.id] = first
            throw records.error(
              .duplicate, column: "id", found: "\(entry.id) again",
              expected: "each name once, and line \(first) has it")
          }
          entries.append(entry)
        } catch { defects.append(error) }
      }
    } catch { defects.append(error) }
    return entries
  }
}

extension DataLocation {
  /// The table of published forecasts beside the figures, where there is one.
  public var ledger: String? {
    guard case .tables(let folder) = self else { return nil }
    let path = "\(folder)/\(LedgerTable.file)"
    return Folder.isFile(path) ? path : nil
  }
}
