import Datasets

/// One row of a stored record's table.
struct RecordRow {
  private let bytes: [UInt8]
  private let scanner: FieldScanner

  init(_ bytes: [UInt8], _ scanner: FieldScanner) {
    self.bytes = bytes
    self.scanner = scanner
  }

  var count: Int { scanner.fields.count }

  func text(_ index: Int) -> String { scanner.text(index, in: bytes.span) }

  /// A whole number that is not negative, or nothing.
  func whole(_ index: Int) -> Int? {
    Decimal.whole(bytes.span, scanner.fields[index].start, scanner.fields[index].end)
  }

  /// A finite number, or nothing.
  func number(_ index: Int) -> Double? {
    Decimal.number(bytes.span, scanner.fields[index].start, scanner.fields[index].end)
  }
}
