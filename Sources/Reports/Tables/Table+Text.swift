import Datasets

extension Table {
  /// Columns side by side, two blanks apart; decimal points line up, and no line ends in a blank.
  var aligned: String {
    let texts = columns.indices.map { alignedColumn($0) }
    let lines = (0...rows.count).map { row in
      let line = texts.map { $0[row] }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A column with its name on top, all of one width.
  private func alignedColumn(_ column: Int) -> [String] {
    let cells = rows.map { $0[column].short }
    let isNumeric = isNumeric(column)
    let fractions = cells.map { isNumeric ? $0.drop { $0 != "." }.count : 0 }
    let longest = fractions.max() ?? 0
    let bodies = zip(cells, fractions).map { cell, fraction in
      isNumeric ? cell + blanks(longest - fraction) : cell
    }
    let texts = [columns[column]] + bodies
    let width = texts.map(\.count).max() ?? 0
    return texts.map { text in
      let padding = blanks(width - text.count)
      return isNumeric ? padding + text : text + padding
    }
  }

  /// A table as GitHub's Markdown has it.
  var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rules = columns.indices.map { isNumeric($0) ? "---:" : "---" }
    let body = rows.map { row in
      line(
        row.map {
          $0.short.split(separator: "|", omittingEmptySubsequences: false)
            .joined(separator: "\\|")
        })
    }
    return ([line(columns), line(rules)] + body).joined(separator: "\n") + "\n"
  }

  /// Comma-separated values, as RFC 4180 has them, in UTF-8 with LF.
  var csv: String {
    var text = columns.joined(separator: ",") + "\n"
    for row in rows { text += row.map { CSV.field($0.exact) }.joined(separator: ",") + "\n" }
    return text
  }

  /// A column of numbers, of which at least one is there.
  func isNumeric(_ column: Int) -> Bool {
    rows.allSatisfy { $0[column].isNumber } && rows.contains { $0[column] != .missing }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
