extension Schedule {
  private static let opening = "# >>> primacy (made by `primacy schedule`; do not edit)"
  private static let closing = "# <<< primacy"

  /// The block of the user's table, with its marks.
  ///
  /// **Source.** crontab(5): a percent sign ends the command unless it is escaped.
  public var cronBlock: String {
    let words = command.map(Self.shellWord).joined(separator: " ")
    let line = "cd \(Self.shellWord(folder)) && \(words)".replacing("%", with: "\\%")
    return "\(Self.opening)\n\(time.minute) \(time.hour) * * * \(line)\n\(Self.closing)\n"
  }

  /// The user's table with the block in it, once; all else stays byte for byte.
  public func installed(in table: String) -> String {
    if let range = Self.block(in: table) {
      return String(table[..<range.lowerBound]) + cronBlock + String(table[range.upperBound...])
    }
    let end = table.isEmpty || table.hasSuffix("\n") ? "" : "\n"
    return table + end + cronBlock
  }

  /// The user's table without the block; all else stays byte for byte.
  public static func removed(from table: String) -> String {
    guard let range = block(in: table) else { return table }
    return String(table[..<range.lowerBound]) + String(table[range.upperBound...])
  }

  /// The block that stands in a table.
  public static func cronBlock(in table: String) -> String? {
    block(in: table).map { String(table[$0]) }
  }

  private static func block(in table: String) -> Range<String.Index>? {
    guard let start = table.firstRange(of: opening + "\n"),
      let end = table[start.upperBound...].firstRange(of: closing + "\n")
    else { return nil }
    return start.lowerBound..<end.upperBound
  }

  /// A word as a shell reads it: in single quotes, but for plain ones.
  static func shellWord(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || "-_./:=+,@".utf8.contains(byte)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
