import Datasets

/// Rows under a header, from a comma-separated file or from a worksheet.
///
/// Columns are found by name, so that their order does not matter.
struct HeadedTable: Sendable {
  /// How many rows may stand above the header.
  static let longestPreamble = 40

  /// As messages call it.
  let name: String
  let header: [Cell]
  /// What stands above the header.
  let preamble: [[Cell]]
  private let body: Body
  private let source: String

  private enum Body: Sendable {
    case delimited([UInt8])
    case cells([[Cell]])
  }

  /// Finds the header of a comma-separated file: the first line with one of the columns.
  ///
  /// - Throws: The finding that there is none, or that the file is no such table.
  init(
    _ table: Contents.Table, headedBy columns: [String], source: Source
  ) throws(Finding) {
    name = table.name
    self.source = source.name
    body = .delimited(table.bytes)
    var above: [[Cell]] = []
    var found: [Cell]?
    var lines = DelimitedLines(table, source: source.name)
    while found == nil, above.count < Self.longestPreamble, let line = try lines.next() {
      if Self.isHeader(line, columns) { found = line } else { above.append(line) }
    }
    (header, preamble) = try Self.parted(found, above, table.name, columns, source)
  }

  /// Finds the header of a worksheet.
  ///
  /// - Throws: The finding that there is none.
  init(
    rows: [[Cell]], named name: String, headedBy columns: [String], source: Source
  ) throws(Finding) {
    self.name = name
    self.source = source.name
    let above = Array(rows.prefix(Self.longestPreamble).prefix { !Self.isHeader($0, columns) })
    let found = above.count < rows.count ? rows[above.count] : nil
    let isFound = found.map { Self.isHeader($0, columns) } ?? false
    (header, preamble) = try Self.parted(isFound ? found : nil, above, name, columns, source)
    body = .cells(Array(rows.dropFirst(above.count + 1)))
  }

  private static func isHeader(_ line: [Cell], _ columns: [String]) -> Bool {
    line.contains { columns.contains($0.text) }
  }

  private static func parted(
    _ header: [Cell]?, _ above: [[Cell]], _ name: String, _ columns: [String], _ source: Source
  ) throws(Finding) -> (header: [Cell], preamble: [[Cell]]) {
    guard let header else {
      let first = above.first { !$0.isEmpty } ?? []
      let names = first.prefix(8).map(\.text).joined(separator: ",")
      throw Finding(
        .column, .refused, source: source.name, found: "\(name) beginning with “\(names)”",
        expected: "a header with \(columns.joined(separator: ", "))")
    }
    return (header, above)
  }

  /// The places of columns, each of which must stand in the header once.
  ///
  /// - Throws: The finding that one is missing or stands there twice.
  func places(of columns: [String]) throws(Finding) -> [Int] {
    let names = header.map(\.text)
    var places: [Int] = []
    for column in columns {
      guard let place = names.firstIndex(of: column) else {
        throw Finding(
          .column, .refused, source: source,
          found: "\(name) with the columns \(names.prefix(24).joined(separator: ", "))",
          expected: "a column \(column)")
      }
      guard names.lastIndex(of: column) == place else {
        throw Finding(
          .repeatedColumn, .refused, source: source, found: "two columns \(column) in \(name)",
          expected: "one")
      }
      places.append(place)
    }
    return places
  }

  func has(_ column: String) -> Bool { header.contains { $0.text == column } }

  /// The places and years of the columns that are headed by a year.
  var years: [(place: Int, year: Int)] {
    header.indices.compactMap { place in header[place].year.map { (place, $0) } }
  }

  /// Does some work for each row, with the cells at some places; a missing one is blank.
  func forEach(
    _ places: [Int], _ work: ([Cell]) throws(Finding) -> Void
  ) throws(Finding) {
    switch body {
    case .cells(let rows):
      for row in rows {
        try work(places.map { row.indices.contains($0) ? row[$0] : .blank })
      }
    case .delimited(let bytes):
      var lines = DelimitedLines(.init(name: name, bytes: bytes), source: source)
      for _ in 0...preamble.count { _ = try lines.next() }
      while let row = try lines.next(places) { try work(row) }
    }
  }
}
