import Datasets

/// The lines of a comma-separated file, one after the other.
struct DelimitedLines {
  private let table: Contents.Table
  private let source: String
  private var scanner: FieldScanner

  init(_ table: Contents.Table, source: String) {
    self.table = table
    self.source = source
    scanner = FieldScanner(table.bytes.span)
  }

  /// The next line; nothing at the end.
  mutating func next() throws(Finding) -> [Cell]? {
    guard try advance() else { return nil }
    return scanner.fields.indices.map(cell)
  }

  /// Some fields of the next line that is not empty; a missing one is blank.
  mutating func next(_ places: [Int]) throws(Finding) -> [Cell]? {
    repeat {
      guard try advance() else { return nil }
    } while scanner.fields.count == 1
    return places.map { scanner.fields.indices.contains($0) ? cell($0) : .blank }
  }

  private func cell(_ index: Int) -> Cell {
    let text = scanner.text(index, in: table.bytes.span)
    return text.isEmpty ? .blank : .text(text)
  }

  private mutating func advance() throws(Finding) -> Bool {
    let bytes = table.bytes
    do throws(FieldScanner.Failure) {
      return try scanner.advance(in: bytes.span)
    } catch {
      throw Finding(
        .kind, .refused, source: source, found: "\(table.name):\(scanner.line), \(error.words)",
        expected: "a comma-separated table in UTF-8")
    }
  }
}

extension FieldScanner.Failure {
  fileprivate var words: String {
    switch self {
    case .openQuote: "a quotation mark that is never closed"
    case .textAfterQuote: "text after a closing quotation mark"
    case .tooLong: "a line of more than \(FieldScanner.longestRecord) bytes"
    case .invalidText: "bytes that are not UTF-8"
    }
  }
}
