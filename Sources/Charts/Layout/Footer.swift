/// Sources and record, small and quiet, at the bottom of a chart.
struct Footer {
  private let lines: [String]
  private let corner: Position

  init(_ chart: Chart, top: Double) {
    lines = chart.footer.flatMap {
      TextStyle.footer.lines(of: $0, within: chart.width - 2 * chart.margin)
    }
    corner = Position(x: chart.margin, y: top + (lines.isEmpty ? 0 : 14))
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
