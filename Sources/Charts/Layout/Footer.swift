/// Sources and record, small and quiet, at the bottom of a chart.
struct Footer {
  private let lines: [String]
  private let corner: Position

  init(_ chart: Chart, top: Double) {
    let width = chart.width - 2 * chart.margin
    lines = chart.footer.flatMap { Self.lines(of: $0, within: width) }
    corner = Position(x: chart.margin, y: top + (lines.isEmpty ? 0 : 14))
  }

  /// Full lines, a little shorter where otherwise a single word would be left at the end.
  private static func lines(of text: String, within width: Double) -> [String] {
    let style = TextStyle.footer
    let full = style.lines(of: text, within: width)
    func isStump(_ lines: [String]) -> Bool { style.width(of: lines.last ?? "") < width / 4 }
    guard full.count > 1, isStump(full) else { return full }
    let narrower = stride(from: 0.96, through: 0.76, by: -0.04)
      .map { style.lines(of: text, within: $0 * width) }.filter { $0.count == full.count }
    return narrower.first { !isStump($0) } ?? narrower.last ?? full
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
