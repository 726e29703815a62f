/// Walks over the bytes of a comma-separated table, record by record, as RFC 4180 has it.
///
/// Lines end in LF or CRLF, and the last may lack its end; a byte-order mark is passed over.
package struct FieldScanner {
  /// The bytes of a field, without its quotes.
  package struct Field {
    package var start: Int
    package var end: Int
    /// Doubled quotes still stand for one.
    package var isEscaped = false
  }

  /// How many bytes a record may have: far more than any figure needs.
  package static let longestRecord = 65_536

  package private(set) var fields: [Field] = []
  /// The line on which the current record begins.
  package private(set) var line = 1
  /// The file ended inside the current record, without a line end.
  package private(set) var endsWithoutNewline = false
  /// Where the next record begins.
  private(set) var position = 0
  private var nextLine = 1

  /// A reason why no further record can be read.
  package enum Failure: Error {
    case openQuote
    case textAfterQuote(at: Int)
    case tooLong
    case invalidText
  }

  package init(_ bytes: Span<UInt8>) {
    fields.reserveCapacity(8)
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// Moves to the next record; false at the end of the file.
  package mutating func advance(in bytes: Span<UInt8>) throws(Failure) -> Bool {
    guard position < bytes.count else { return false }
    fields.removeAll(keepingCapacity: true)
    line = nextLine
    let start = position
    let limit = min(bytes.count, start + Self.longestRecord)
    var seen: UInt8 = 0
    var isOpen = true
    while isOpen {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        fields.append(try quotedField(in: bytes, limit, &seen))
        isOpen = try passSeparator(in: bytes)
      } else {
        isOpen = try passPlainField(in: bytes, limit, &seen)
      }
    }
    if seen >= 0x80, !isText(bytes, start..<position) { throw .invalidText }
    return true
  }

  /// Passes a record of one line that was read elsewhere, its line end included.
  @inline(__always)
  mutating func pass(to end: Int) {
    line = nextLine
    nextLine += 1
    position = end
  }

  /// Passes a field without quotes and what follows it; false where the record ends.
  @inline(__always)
  private mutating func passPlainField(
    in bytes: Span<UInt8>, _ limit: Int, _ seen: inout UInt8
  ) throws(Failure) -> Bool {
    let start = position
    var end = start
    var byte: UInt8 = 0
    while end < limit {
      byte = bytes[end]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      seen |= byte
      end += 1
    }
    position = end + 1
    if end == limit {
      if limit < bytes.count { throw .tooLong }
      fields.append(Field(start: start, end: end))
      position = end
      endsWithoutNewline = true
      return false
    }
    if byte == UInt8(ascii: ",") {
      fields.append(Field(start: start, end: end))
      return true
    }
    nextLine += 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    fields.append(Field(start: start, end: end))
    return false
  }

  private mutating func quotedField(
    in bytes: Span<UInt8>, _ limit: Int, _ seen: inout UInt8
  ) throws(Failure) -> Field {
    var field = Field(start: position + 1, end: position + 1)
    while field.end < limit {
      let byte = bytes[field.end]
      seen |= byte
      if byte == UInt8(ascii: "\"") {
        guard field.end + 1 < bytes.count, bytes[field.end + 1] == byte else { break }
        field.isEscaped = true
        field.end += 1
      }
      if byte == UInt8(ascii: "\n") { nextLine += 1 }
      field.end += 1
    }
    guard field.end < limit else {
      if limit < bytes.count { throw .tooLong } else { throw .openQuote }
    }
    return field
  }

  /// Passes what follows a field in quotes; false where the record ends.
  private mutating func passSeparator(in bytes: Span<UInt8>) throws(Failure) -> Bool {
    position = fields[fields.count - 1].end + 1
    guard position < bytes.count else {
      endsWithoutNewline = true
      return false
    }
    if bytes[position] == UInt8(ascii: ",") {
      position += 1
      return true
    }
    let isReturn = bytes[position] == UInt8(ascii: "\r")
    let end = isReturn && position + 1 < bytes.count ? position + 1 : position
    guard bytes[end] == UInt8(ascii: "\n") else { throw .textAfterQuote(at: position) }
    position = end + 1
    nextLine += 1
    return false
  }

  private func isText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    String(validating: range.map { bytes[$0] }, as: UTF8.self) != nil
  }
}

extension FieldScanner {
  /// The text of a field of the current record.
  package func text(_ index: Int, in bytes: Span<UInt8>) -> String {
    let field = fields[index]
    let text = bytes.extracting(field.start..<field.end).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    guard field.isEscaped else { return text }
    return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }
}
