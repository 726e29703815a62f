import Panels

/// One record of a table of relations, column by column.
struct RelationRow {
  let records: Records
  /// The place of each of the table's columns.
  let header: [Int]
  let columns: [String]
  let entities: EntityTable

  /// Reads a table, a record at a time.
  static func each(
    in bytes: Span<UInt8>, file: String, columns: [String], entities: EntityTable,
    _ body: (RelationRow, Span<UInt8>) throws(TableError) -> Void
  ) throws(TableError) {
    var records = Records(bytes, file: file)
    let header = try records.header(of: columns, in: bytes)
    while try records.advance(in: bytes) {
      if !records.isWhole { try records.checkWidth(in: bytes) }
      try body(
        RelationRow(records: records, header: header, columns: columns, entities: entities), bytes)
    }
  }

  func text(_ column: Int, _ bytes: Span<UInt8>) -> String {
    records.text(header[column], in: bytes)
  }

  func power(_ column: Int, _ bytes: Span<UInt8>) throws(TableError) -> Power {
    let field = records.field(header[column])
    let packed = EntityTable.packed(bytes, field.start, field.end)
    guard let place = entities.places[packed] else {
      let directory = PowerDirectory(entities.entities)
      throw error(
        .code, column, bytes, "the ISO 3166 alpha-3 code of a known state",
        nearest: directory.nearest(to: text(column, bytes)).map(\.power.code))
    }
    return entities.entities[place].power
  }

  /// The pair of the first two columns, the lesser code first.
  func pair(_ bytes: Span<UInt8>) throws(TableError) -> PowerPair {
    let first = try power(0, bytes)
    let second = try power(1, bytes)
    guard first < second else {
      throw error(.range, 1, bytes, "a code after \(first), as each pair stands once")
    }
    return PowerPair(first, second)
  }

  /// The powers of a list with blanks between, all with codes after one.
  func powers(
    _ column: Int, after first: Power, _ bytes: Span<UInt8>
  ) throws(TableError) -> [Power] {
    let field = records.field(header[column])
    var powers: [Power] = []
    for start in stride(from: field.start, to: field.end, by: 4) {
      let packed = EntityTable.packed(bytes, start, min(start + 3, field.end))
      guard let place = entities.places[packed], entities.entities[place].power > first,
        start + 3 == field.end || bytes[start + 3] == UInt8(ascii: " ")
      else {
        throw error(
          .code, column, bytes, "codes of known states after \(first), with blanks between")
      }
      powers.append(entities.entities[place].power)
    }
    return powers
  }

  func year(_ column: Int, _ bytes: Span<UInt8>) throws(TableError) -> Int {
    let field = records.field(header[column])
    guard let year = Decimal.whole(bytes, field.start, field.end), RowReader.years.contains(year)
    else { throw error(.year, column, bytes, "a whole year") }
    return year
  }

  /// The years of two columns.
  func years(
    _ first: Int, _ last: Int, _ bytes: Span<UInt8>
  ) throws(TableError) -> ClosedRange<Int> {
    let (lower, upper) = (try year(first, bytes), try year(last, bytes))
    guard lower <= upper else { throw error(.range, last, bytes, "a year from \(lower) on") }
    return lower...upper
  }

  func whole(
    _ column: Int, _ bounds: ClosedRange<Int>, _ bytes: Span<UInt8>
  ) throws(TableError) -> Int {
    let field = records.field(header[column])
    guard let value = Decimal.whole(bytes, field.start, field.end), bounds.contains(value) else {
      throw error(
        .range, column, bytes,
        "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  func number(
    _ column: Int, _ bounds: ClosedRange<Double>, _ bytes: Span<UInt8>
  ) throws(TableError) -> Double {
    let field = records.field(header[column])
    guard let value = Decimal.number(bytes, field.start, field.end) else {
      throw error(.number, column, bytes, "a finite number")
    }
    guard bounds.contains(value) else {
      throw error(
        .range, column, bytes, "a number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  func error(
    _ property: TableError.Property, _ column: Int, _ bytes: Span<UInt8>, _ expected: String,
    nearest: [String] = []
  ) -> TableError {
    let found = text(column, bytes)
    return records.error(
      property, column: columns[column], found: found.isEmpty ? "nothing" : quoted(found),
      expected: expected, nearest: nearest)
  }
}
