/// The words above one of several plots.
struct PlotTitle {
  private let title: [String]
  private let subtitle: [String]

  init(_ plot: Plot, width: Double) {
    title = TextStyle.panel.balancedLines(of: plot.title, within: width)
    subtitle = TextStyle.caption.balancedLines(of: plot.subtitle, within: width)
  }

  var height: Double {
    let lines =
      Double(title.count) * TextStyle.panel.leading
      + Double(subtitle.count) * TextStyle.caption.leading
    return lines == 0 ? 0 : lines + 4
  }

  func draw(at corner: Position) -> [SVG] {
    let first = Position(x: corner.x, y: corner.y + TextStyle.panel.size)
    let below = corner.y + Double(title.count) * TextStyle.panel.leading
    let second = Position(x: corner.x, y: below + TextStyle.caption.size)
    return TextStyle.panel.draw(lines: title, at: first)
      + TextStyle.caption.draw(lines: subtitle, at: second)
  }
}
