/// The rows of one table in the tidy form `iso3,year,series,value`.
///
/// **Shape.** Row *i* is `keys[i]` and `values[i]`, in the order of the file.
struct TidyTable: Sendable {
  static let columns = ["iso3", "year", "series", "value"]

  let file: String
  /// The series, in the order of their names.
  let rules: [SeriesRule]
  private(set) var keys: [Key] = []
  private(set) var values: [Double] = []
  /// The line of each row, counted from 1.
  private(set) var lines: [Int32] = []
  /// Whether the last line has its end.
  private(set) var isEnded = true
  private(set) var lastLine = 0

  /// A code, a series and a year in one number, in that order.
  struct Key: Hashable, Comparable, Sendable {
    let bits: UInt64

    init(code: UInt32, series: Int, year: Int) {
      bits = UInt64(code) << 32 | UInt64(series) << 16 | UInt64(year)
    }

    var code: UInt32 { UInt32(bits >> 32) }
    var series: Int { Int(bits >> 16 & 0xFFFF) }
    var year: Int { Int(bits & 0xFFFF) }

    /// Whether only the years differ.
    func isBeside(_ other: Key) -> Bool { bits >> 16 == other.bits >> 16 }

    static func < (left: Key, right: Key) -> Bool { left.bits < right.bits }
  }

  init(file: String, rules: [SeriesRule]) {
    self.file = file
    self.rules = rules.sorted { $0.name < $1.name }
  }

  /// How a file is to be read.
  struct Reading {
    /// Codes that a row may have.
    var entities: EntityTable
    /// Whether rows of other series are passed over; otherwise they are defects.
    var skipsOthers = false
    /// After this many defects reading stops.
    var limit = 1
  }
}

extension TidyTable {
  /// Reads a table of which every figure must be believable.
  ///
  /// - Throws: The first defect.
  static func read(
    _ bytes: Span<UInt8>, file: String, rules: [SeriesRule], entities: EntityTable,
    skipsOthers: Bool = false
  ) throws(TableError) -> TidyTable {
    var defects: [TableError] = []
    var table = TidyTable(file: file, rules: rules)
    let reading = Reading(entities: entities, skipsOthers: skipsOthers)
    table.read(bytes, reading, defects: &defects)
    if let first = defects.first { throw first }
    return table
  }

  /// Reads all that can be read and collects the defects.
  mutating func read(_ bytes: Span<UInt8>, _ reading: Reading, defects: inout [TableError]) {
    reserve(bytes.count / 20)
    var records = Records(bytes, file: file)
    var rows = RowReader(rules: rules, reading: reading)
    do throws(TableError) {
      rows.header = try records.header(of: Self.columns, in: bytes)
      let isPlain = rows.header == [0, 1, 2, 3] && records.columns == 4
      while defects.count < reading.limit {
        if isPlain, let (key, value) = rows.plainRow(of: &records, in: bytes) {
          append(key, value, line: records.line)
          continue
        }
        guard try records.advance(in: bytes) else { break }
        do throws(TableError) {
          guard let (key, value) = try rows.row(of: records, in: bytes) else { continue }
          append(key, value, line: records.line)
        } catch { defects.append(error) }
      }
    } catch { defects.append(error) }
    if keys.isEmpty, defects.isEmpty, !reading.skipsOthers {
      defects.append(
        TableError(
          .emptyFile, file: file, line: 1, found: "a header and nothing under it",
          expected: "at least one figure"))
    }
    isEnded = !records.endsWithoutNewline
    lastLine = records.line
    defects.append(contentsOf: duplicates().prefix(max(0, reading.limit - defects.count)))
  }

  private mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
    lines.reserveCapacity(count)
  }

  private mutating func append(_ key: Key, _ value: Double, line: Int) {
    keys.append(key)
    values.append(value)
    lines.append(Int32(truncatingIfNeeded: line))
  }

  /// The rows whose code, series and year an earlier line has.
  private func duplicates() -> [TableError] {
    let isSorted = zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
    if isSorted { return [] }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var found: [TableError] = []
    for (first, second) in zip(order, order.dropFirst()) where keys[first] == keys[second] {
      let key = keys[second]
      let name = Self.letters(key.code)
      found.append(
        TableError(
          .duplicate, file: file, line: Int(lines[second]),
          found: "\(name) \(key.year) \(rules[key.series].name) again",
          expected: "each figure once, and line \(lines[first]) has it"))
    }
    return found.sorted { $0.line < $1.line }
  }

  static func letters(_ code: UInt32) -> String {
    String(decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }, as: UTF8.self)
  }
}
