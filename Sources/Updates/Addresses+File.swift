public import Datasets

extension Addresses {
  /// Whether nothing is replaced.
  public var isEmpty: Bool { self == Addresses() }

  /// Reads a YAML mapping of names of sources to addresses, one a line.
  ///
  /// - Throws: The line that is no such pair, or that names no source.
  public init(file: String) throws(DataError) {
    let text = String(decoding: try FileContents(path: file).bytes, as: UTF8.self)
    var bases: [String: String] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = Self.withoutComment(line).trimmed
      if words.isEmpty || words == "---" { continue }
      guard let colon = words.firstIndex(of: ":") else {
        throw Self.defect(file, index, words, "a line such as worldbank: http://127.0.0.1:8080")
      }
      let name = Self.unquoted(String(words[..<colon]).trimmed)
      var address = Self.unquoted(String(words[words.index(after: colon)...]).trimmed)
      guard Publishers.named(name) != nil else {
        let names = Publishers.all.map(\.source.name).joined(separator: ", ")
        throw Self.defect(file, index, name, "the name of a source: \(names)")
      }
      guard address.hasPrefix("http://") || address.hasPrefix("https://") else {
        throw Self.defect(file, index, address, "an address of http or https")
      }
      while address.hasSuffix("/") { address.removeLast() }
      bases[name] = address
    }
    self.init(bases)
  }

  /// A line up to a number sign at its beginning or after a blank.
  private static func withoutComment(_ line: Substring) -> String {
    var kept = ""
    for character in line {
      if character == "#", kept.last?.isWhitespace ?? true { break }
      kept.append(character)
    }
    return kept
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let mark = text.first, mark == text.last, mark == "\"" || mark == "'"
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  private static func defect(
    _ file: String, _ index: Int, _ found: String, _ expected: String
  ) -> DataError {
    .defect(
      TableError(
        .format, file: file, line: index + 1, found: "“\(found)”", expected: expected))
  }
}
