/// The headline, what is shown, and the meaning of signs, at the top of a chart.
struct Header {
  private let chart: Chart
  private let style: TextStyle
  private let title: [String]
  private let subtitle: [String]
  private let width: Double

  init(_ chart: Chart) {
    self.chart = chart
    width = chart.width - 2 * chart.margin
    style = chart.width < 480 ? .compactHeadline : .headline
    title = style.balancedLines(
      of: style.names(of: chart.title, heldWithin: width / 2), within: width)
    subtitle = TextStyle.subtitle.balancedLines(of: chart.subtitle, within: width)
  }

  private var subtitleTop: Double {
    chart.margin + Double(title.count) * style.leading + 2
  }

  private var legendTop: Double {
    subtitleTop + Double(subtitle.count) * TextStyle.subtitle.leading
      + (chart.legend.entries.isEmpty ? 0 : 10)
  }

  /// Where the plot begins, in pixels from the top of the chart.
  var bottom: Double {
    legendTop + chart.legend.height(within: width) + 14
  }

  func draw() -> [SVG] {
    let left = chart.margin
    let first = Position(x: left, y: chart.margin + style.size * 0.9)
    let second = Position(x: left, y: subtitleTop + TextStyle.subtitle.size)
    let legend = chart.legend.draw(at: Position(x: left, y: legendTop), within: width)
    return style.draw(lines: title, at: first)
      + TextStyle.subtitle.draw(lines: subtitle, at: second)
      + (legend.content.isEmpty ? [] : [legend])
  }
}
