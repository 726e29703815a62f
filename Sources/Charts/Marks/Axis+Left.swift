extension Axis {
  private static let gap = 8.0
  private static let style = TextStyle.tick

  func leftRoom(in frame: Frame) -> Room {
    let widest = leftLines(in: frame).flatMap(\.lines).map(Self.style.width).max() ?? 0
    let top = unit.isEmpty ? 8 : Double(unitLines(in: frame).count) * TextStyle.caption.leading + 12
    let lines = leftLines(in: frame).map(\.lines.count)
    let band = Double(lines.max() ?? 0) * Self.style.leading + 4
    return Room(
      left: widest + Self.gap, top: top, bottom: 6,
      height: frame.y is BandScale ? Double(lines.count) * band : 0)
  }

  func leftLabels(in frame: Frame) -> [SVG] {
    leftLines(in: frame).flatMap { y, lines in
      let above = Double(lines.count - 1) / 2 * Self.style.leading
      let baseline = y - above + Self.style.middle
      return Self.style.draw(
        lines: lines, at: Position(x: frame.box.left - Self.gap, y: baseline), anchor: .end)
    }
  }

  /// The unit stands above the plot, where it is read without turning the head.
  func leftUnit(in frame: Frame) -> [SVG] {
    let lines = unitLines(in: frame)
    let baseline = frame.box.top - 11 - Double(lines.count - 1) * TextStyle.caption.leading
    return TextStyle.caption.draw(lines: lines, at: Position(x: frame.canvas.left, y: baseline))
  }

  private func unitLines(in frame: Frame) -> [String] {
    TextStyle.caption.lines(of: unit, within: frame.canvas.width)
  }

  /// The labels, broken into lines where they would take more than a third of the width.
  private func leftLines(in frame: Frame) -> [(y: Double, lines: [String])] {
    frame.yTicks.compactMap { tick in
      frame.place(y: tick.value).map { y in
        (y, Self.style.lines(of: tick.label, within: frame.canvas.width * 0.36))
      }
    }
  }
}
