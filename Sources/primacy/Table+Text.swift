import Datasets

extension Table {
  /// Columns side by side, two blanks apart; numbers end in line, and no line ends in a blank.
  var aligned: String {
    let cells = [columns] + rows.map { $0.map(\.short) }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      let line = columns.indices.map { pad(row[$0], to: widths[$0], column: $0) }
        .joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return lines.joined(separator: "\n") + "\n"
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
  private func isNumeric(_ column: Int) -> Bool {
    rows.allSatisfy { $0[column].isNumber } && rows.contains { $0[column] != .missing }
  }

  private func pad(_ text: String, to width: Int, column: Int) -> String {
    let blanks = String(repeating: " ", count: width - text.count)
    return isNumeric(column) ? blanks + text : text + blanks
  }
}
