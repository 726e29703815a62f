/// The records of a table under its header, with the place of each for error messages.
struct Records {
  let file: String
  private var scanner: FieldScanner
  private var width = 0

  init(_ bytes: Span<UInt8>, file: String) {
    self.file = file
    scanner = FieldScanner(bytes)
  }

  var line: Int { scanner.line }
  var endsWithoutNewline: Bool { scanner.endsWithoutNewline }

  /// Reads the first line, and gives the place of each of the columns.
  ///
  /// The columns may stand in any order, among others.
  mutating func header(
    of columns: [String], in bytes: Span<UInt8>
  ) throws(TableError) -> [Int] {
    guard try scan(bytes) else {
      throw error(.emptyFile, found: "nothing", expected: "a header with \(list(columns))")
    }
    let names = scanner.fields.indices.map { scanner.text($0, in: bytes) }
    let opening = names[0].drop { $0 == " " }
    if opening.hasPrefix("<") || opening.hasPrefix("{") || opening.hasPrefix("[") {
      let kind = opening.hasPrefix("<") ? "a page of HTML or XML" : "JSON"
      throw error(
        .format, found: "\(kind) (\(quoted(names[0])))",
        expected: "a comma-separated table with the columns \(list(columns))")
    }
    width = names.count
    var places: [Int] = []
    for column in columns {
      guard let place = names.firstIndex(of: column) else {
        throw error(
          .column, column: column, found: "the columns \(quoted(names.joined(separator: ",")))",
          expected: "a column named \(column)")
      }
      guard names.lastIndex(of: column) == place else {
        throw error(
          .column, column: column, found: "two columns named \(column)", expected: "one")
      }
      places.append(place)
    }
    return places
  }

  /// Moves to the next record, which has as many fields as the header; false at the end.
  mutating func advance(in bytes: Span<UInt8>) throws(TableError) -> Bool {
    try scan(bytes)
  }

  /// Where the next record begins.
  @inline(__always)
  var position: Int { scanner.position }

  /// Passes a record of one line that was read elsewhere, its line end included.
  @inline(__always)
  mutating func pass(to end: Int) { scanner.pass(to: end) }

  /// How many columns the header has.
  @inline(__always)
  var columns: Int { width }

  /// Checks the record's number of fields.
  func checkWidth(in bytes: Span<UInt8>) throws(TableError) {
    let count = scanner.fields.count
    guard count != width else { return }
    if count < width, endsWithoutNewline {
      throw error(
        .truncation, found: "the end of the file after \(count) of \(width) fields",
        expected: "a whole line")
    }
    if count == 1, scanner.fields[0].start == scanner.fields[0].end {
      throw error(.fields, found: "an empty line", expected: "\(width) fields")
    }
    let hint = count > width ? " (a number must not be grouped with commas)" : ""
    throw error(.fields, found: "\(count) fields", expected: "\(width) fields\(hint)")
  }

  @inline(__always)
  func field(_ index: Int) -> FieldScanner.Field { scanner.fields[index] }

  @inline(__always)
  var isWhole: Bool { scanner.fields.count == width }

  func text(_ index: Int, in bytes: Span<UInt8>) -> String { scanner.text(index, in: bytes) }

  func error(
    _ property: TableError.Property, column: String? = nil, found: String, expected: String,
    nearest: [String] = []
  ) -> TableError {
    TableError(
      property, file: file, line: line, column: column, found: found, expected: expected,
      nearest: nearest)
  }

  private mutating func scan(_ bytes: Span<UInt8>) throws(TableError) -> Bool {
    do throws(FieldScanner.Failure) {
      return try scanner.advance(in: bytes)
    } catch {
      throw words(for: error)
    }
  }

  private func words(for failure: FieldScanner.Failure) -> TableError {
    switch failure {
    case .openQuote:
      error(.quote, found: "a quotation mark that is never closed", expected: "its partner")
    case .textAfterQuote:
      error(.quote, found: "text after a closing quotation mark", expected: "a comma")
    case .tooLong:
      error(
        .length, found: "a line of more than \(FieldScanner.longestRecord) bytes",
        expected: "a line a figure")
    case .invalidText:
      error(.text, found: "bytes that are not UTF-8", expected: "text in UTF-8")
    }
  }

  private func list(_ columns: [String]) -> String { columns.joined(separator: ",") }
}

/// A field as it is quoted in messages: at most 40 characters, control characters escaped.
func quoted(_ text: String) -> String {
  let shown = text.prefix(40)
  let clean = shown.unicodeScalars.map { scalar -> String in
    scalar.properties.generalCategory == .control || scalar.value == 0xFFFD
      ? scalar.escaped(asASCII: true) : String(scalar)
  }
  return "\"" + clean.joined() + (shown.endIndex == text.endIndex ? "\"" : "…\"")
}
