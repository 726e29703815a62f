public import Panels

/// The states that figures can be about, in the order of their codes.
public struct EntityTable: Sendable {
  public let entities: [Entity]
  /// The place of a packed code among the entities.
  let places: [UInt32: Int]

  init(_ entities: [Entity]) {
    self.entities = entities.sorted { $0.power < $1.power }
    places = Dictionary(
      uniqueKeysWithValues: self.entities.enumerated().map { (Self.packed($1.power.code), $0) })
  }

  /// The list that is compiled in, for tables that come without their own.
  public static let builtIn: EntityTable = {
    guard let table = try? EntityTable(text: BuiltInEntities.table, file: "the built-in list")
    else { preconditionFailure("the built-in list of states has a defect") }
    return table
  }()

  /// Three letters as one number, whose order is that of the letters; 0 for any other text.
  static func packed(_ code: String) -> UInt32 {
    let bytes = Array(code.utf8)
    return packed(bytes.span, 0, bytes.count)
  }

  @inline(__always)
  static func packed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    guard end - start == 3 else { return 0 }
    return UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
  }
}

extension EntityTable {
  static let columns = ["code", "name", "continues_as", "first_year", "last_year"]

  init(text: String, file: String) throws(TableError) {
    try self.init(Array(text.utf8).span, file: file)
  }

  /// Reads `code,name,continues_as,first_year,last_year`; further columns are passed over.
  init(_ bytes: Span<UInt8>, file: String) throws(TableError) {
    var defects: [TableError] = []
    let table = EntityTable.read(bytes, file: file, limit: 1, defects: &defects)
    if let first = defects.first { throw first }
    self = table
  }

  /// Reads all that can be read and collects the defects, at most `limit`.
  static func read(
    _ bytes: Span<UInt8>, file: String, limit: Int, defects: inout [TableError]
  ) -> EntityTable {
    var entities: [Entity] = []
    var lines: [Power: Int] = [:]
    var records = Records(bytes, file: file)
    do throws(TableError) {
      let header = try records.header(of: columns, in: bytes)
      while defects.count < limit, try records.advance(in: bytes) {
        do throws(TableError) {
          let entity = try entity(of: records, header, bytes)
          if let first = lines.updateValue(records.line, forKey: entity.power) {
            lines[entity.power] = first
            throw records.error(
              .duplicate, column: "code", found: "\(entity.power) again",
              expected: "each code once, and line \(first) has it")
          }
          entities.append(entity)
        } catch { defects.append(error) }
      }
    } catch { defects.append(error) }
    return EntityTable(entities)
  }

  private static func entity(
    of records: Records, _ header: [Int], _ bytes: Span<UInt8>
  ) throws(TableError) -> Entity {
    let code = records.text(header[0], in: bytes)
    try checkCode(code, column: "code", records)
    let next = records.text(header[2], in: bytes)
    if !next.isEmpty { try checkCode(next, column: "continues_as", records) }
    let first = try year(header[3], "first_year", records, bytes) ?? Int.min
    let last = try year(header[4], "last_year", records, bytes) ?? Int.max
    guard first <= last else {
      throw records.error(
        .range, column: "last_year", found: "\(last)", expected: "a year from \(first) on")
    }
    return Entity(
      power: Power(code), name: records.text(header[1], in: bytes),
      continuedAs: next.isEmpty ? nil : Power(next), years: first...last)
  }

  private static func checkCode(
    _ code: String, column: String, _ records: Records
  ) throws(TableError) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw records.error(
        .code, column: column, found: quoted(code), expected: "three capital letters")
    }
  }

  private static func year(
    _ index: Int, _ column: String, _ records: Records, _ bytes: Span<UInt8>
  ) throws(TableError) -> Int? {
    let text = records.text(index, in: bytes)
    if text.isEmpty { return nil }
    guard let year = Int(text), (1...3000).contains(year) else {
      throw records.error(
        .year, column: column, found: quoted(text), expected: "a whole year or nothing")
    }
    return year
  }
}
