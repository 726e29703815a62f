extension Axis {
  private static let tick = 4.0
  private static let style = TextStyle.tick

  func bottomRoom(in frame: Frame) -> Room {
    let lines = frame.xTicks.map { labelLines($0, in: frame).count }.max() ?? 0
    let labels = lines == 0 ? 4 : Self.tick + 3 + Double(lines) * Self.style.leading
    let unitRoom = unit.isEmpty ? 0 : TextStyle.caption.leading + 4
    return Room(left: 4, right: 8, bottom: labels + unitRoom)
  }

  /// The lower edge of the plot, with a short stroke at each value; bands need no strokes.
  func line(in frame: Frame) -> SVG {
    let box = frame.box
    var path = Path()
    path.move(to: Position(x: box.left, y: box.bottom))
    path.line(to: Position(x: box.right, y: box.bottom))
    if !(frame.x is BandScale) {
      for x in frame.xTicks.compactMap({ frame.place(x: $0.value) }) {
        path.move(to: Position(x: x, y: box.bottom))
        path.line(to: Position(x: x, y: box.bottom + Self.tick))
      }
    }
    return SVG("path", ["class": "c-axis", "d": .text(path.data)])
  }

  func bottomLabels(in frame: Frame) -> [SVG] {
    frame.xTicks.flatMap { tick -> [SVG] in
      guard let x = frame.place(x: tick.value) else { return [] }
      let lines = labelLines(tick, in: frame)
      let half = (lines.map(Self.style.width).max() ?? 0) / 2
      let middle = max(frame.canvas.left + half, min(x, frame.canvas.right - half))
      let baseline = frame.box.bottom + Self.tick + 2 + Self.style.size
      return Self.style.draw(
        lines: lines, at: Position(x: middle, y: baseline), anchor: .middle)
    }
  }

  func bottomUnit(in frame: Frame) -> [SVG] {
    guard !unit.isEmpty else { return [] }
    let baseline = frame.canvas.bottom - 4
    return [
      TextStyle.caption.draw(unit, at: Position(x: frame.box.center.x, y: baseline), anchor: .middle)
    ]
  }

  /// The label in one line, or for a category in as many as its band needs.
  private func labelLines(_ tick: Tick, in frame: Frame) -> [String] {
    guard let bands = frame.x as? BandScale else { return [tick.label] }
    return Self.style.lines(of: tick.label, within: max(bands.bandwidth - 6, 8))
  }
}
