/// Sources and record, small and quiet, at the bottom of a chart.
struct Footer {
  private let lines: [String]
  private let corner: Position

  init(_ chart: Chart, top: Double) {
    let width = chart.width - 2 * chart.margin
    lines = chart.footer.flatMap { Self.lines(of: $0, within: width) }
    corner = Position(x: chart.margin, y: top + (lines.isEmpty ? 0 : 14))
  }

  /// Full lines, but none of a single word at the end.
  private static func lines(of text: String, within width: Double) -> [String] {
    let style = TextStyle.footer
    let lines = style.lines(of: text, within: width)
    let isStump = lines.last.map { style.width(of: $0) < width / 4 } ?? false
    return isStump ? style.balancedLines(of: text, within: width) : lines
  }

  /// Where the footer ends, in pixels from the top of the chart.
  var bottom: Double {
    corner.y + Double(lines.count) * TextStyle.footer.leading
  }

  func draw() -> [SVG] {
    TextStyle.footer.draw(
      lines: lines, at: Position(x: corner.x, y: corner.y + TextStyle.footer.size))
  }
}
