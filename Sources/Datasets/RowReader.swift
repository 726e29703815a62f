import Panels

/// Reads one record of a tidy table at a time, and remembers the code and series of the last.
struct RowReader {
  /// The years that figures can be about.
  static let years = 1...2200

  let rules: [SeriesRule]
  let reading: TidyTable.Reading
  let names: [[UInt8]]
  /// The places of `iso3`, `year`, `series` and `value`.
  var header = [0, 1, 2, 3]
  private(set) var code: UInt32 = 0
  private(set) var series = 0
  private lazy var directory = PowerDirectory(reading.entities.entities)

  init(rules: [SeriesRule], reading: TidyTable.Reading) {
    self.rules = rules
    self.reading = reading
    names = rules.map { Array($0.name.utf8) }
  }

  /// The figure of the record; nothing if its series is passed over.
  mutating func row(
    of records: Records, in bytes: Span<UInt8>
  ) throws(TableError) -> (TidyTable.Key, Double)? {
    if !records.isWhole { try records.checkWidth(in: bytes) }
    let name = records.field(header[2])
    if !isSeries(series, bytes, name) {
      guard let found = rules.indices.first(where: { isSeries($0, bytes, name) }) else {
        if reading.skipsOthers { return nil }
        throw unknownSeries(records, bytes)
      }
      series = found
    }
    let letters = records.field(header[0])
    let packed = EntityTable.packed(bytes, letters.start, letters.end)
    if packed != code || packed == 0 {
      guard reading.entities.places[packed] != nil else { throw unknownCode(records, bytes) }
      code = packed
    }
    let year = try year(records, bytes)
    let value = try value(records, bytes)
    return (TidyTable.Key(code: code, series: series, year: year), value)
  }

  @inline(__always)
  func isSeries(
    _ index: Int, _ bytes: Span<UInt8>, _ field: FieldScanner.Field
  ) -> Bool {
    guard index < names.count, names[index].count == field.end - field.start else { return false }
    for offset in names[index].indices
    where names[index][offset] != bytes[field.start + offset] {
      return false
    }
    return true
  }

  private func year(_ records: Records, _ bytes: Span<UInt8>) throws(TableError) -> Int {
    let field = records.field(header[1])
    guard let year = Decimal.whole(bytes, field.start, field.end), Self.years.contains(year)
    else {
      throw records.error(
        .year, column: "year", found: quoted(records.text(header[1], in: bytes)),
        expected: "a whole year from \(Self.years.lowerBound) to \(Self.years.upperBound)")
    }
    return year
  }

  private func value(_ records: Records, _ bytes: Span<UInt8>) throws(TableError) -> Double {
    let field = records.field(header[3])
    guard let value = Decimal.number(bytes, field.start, field.end) else {
      throw notANumber(records, bytes)
    }
    let rule = rules[series]
    guard rule.bounds.contain(value) else {
      throw records.error(
        .range, column: "value", found: quoted(records.text(header[3], in: bytes)),
        expected: "\(rule.bounds.words) for \(rule.name)")
    }
    return value
  }

  private func notANumber(_ records: Records, _ bytes: Span<UInt8>) -> TableError {
    let text = records.text(header[3], in: bytes)
    let expected =
      text.isEmpty
      ? "a number (leave out the line of a missing value)"
      : text.contains(",") ? "a number without commas" : "a finite number"
    return records.error(
      .number, column: "value", found: text.isEmpty ? "nothing" : quoted(text),
      expected: expected)
  }

  private mutating func unknownCode(_ records: Records, _ bytes: Span<UInt8>) -> TableError {
    let text = records.text(header[0], in: bytes)
    return records.error(
      .code, column: "iso3", found: quoted(text),
      expected: "the ISO 3166 alpha-3 code of a known state",
      nearest: directory.nearest(to: text).map(\.power.code))
  }

  private func unknownSeries(_ records: Records, _ bytes: Span<UInt8>) -> TableError {
    let text = records.text(header[2], in: bytes)
    let all = rules.map(\.name)
    let nearest = NearestNames.names(to: text, among: all)
    return records.error(
      .series, column: "series", found: quoted(text),
      expected: all.count <= 8
        ? "one of \(all.joined(separator: ", "))" : "the name of an indicator or measure",
      nearest: nearest)
  }
}
