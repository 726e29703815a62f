import RealModule

extension Axis {
  private static let tick = 4.0
  private static let style = TextStyle.tick

  func bottomRoom(in frame: Frame) -> Room {
    let unitRoom = unit.isEmpty ? 0 : TextStyle.caption.leading + 4
    if isSlanted(in: frame) { return slantedRoom(in: frame, unitRoom: unitRoom) }
    let lines = frame.xTicks.map { labelLines($0, in: frame).count }.max() ?? 0
    let labels = lines == 0 ? 4 : Self.tick + 3 + Double(lines) * Self.style.leading
    let sides = overhang(in: frame)
    return Room(
      left: sides.left, top: isTall(in: frame) ? Self.style.leading + 8 : 0, right: sides.right,
      bottom: labels + unitRoom)
  }

  /// Whether rows fill more than a screen, so that their values are named above them as well.
  private func isTall(in frame: Frame) -> Bool {
    frame.y is BandScale && !(frame.x is BandScale) && frame.box.height > 600
  }

  /// How far the first and the last label reach beyond the plot.
  private func overhang(in frame: Frame) -> (left: Double, right: Double) {
    let edges = frame.xTicks.compactMap { tick -> (left: Double, right: Double)? in
      guard let x = frame.place(x: tick.value) else { return nil }
      let half = (labelLines(tick, in: frame).map(Self.style.width).max() ?? 0) / 2
      return (frame.box.left - x + half, x + half - frame.box.right)
    }
    return (max(4, edges.map(\.left).max() ?? 0), max(8, edges.map(\.right).max() ?? 0))
  }

  /// The lower edge of the plot, with a short stroke at each value; categories need no strokes.
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
    if isSlanted(in: frame) { return slantedLabels(in: frame) }
    return frame.xTicks.flatMap { tick -> [SVG] in
      guard let x = frame.place(x: tick.value) else { return [] }
      let lines = labelLines(tick, in: frame)
      let below = frame.box.bottom + Self.tick + 2 + Self.style.size
      let above = frame.box.top - 7
      return (isTall(in: frame) ? [above, below] : [below]).flatMap { baseline in
        Self.style.draw(lines: lines, at: Position(x: x, y: baseline), anchor: .middle)
      }
    }
  }

  func bottomUnit(in frame: Frame) -> [SVG] {
    guard !unit.isEmpty else { return [] }
    let position = Position(x: frame.box.center.x, y: frame.canvas.bottom - 4)
    return [TextStyle.caption.draw(unit, at: position, anchor: .middle)]
  }

  /// The label in one line, or for a category in as many as its band needs.
  private func labelLines(_ tick: Tick, in frame: Frame) -> [String] {
    guard let bands = frame.x as? BandScale else { return [tick.label] }
    return Self.style.lines(of: tick.label, within: max(bands.bandwidth - 6, 8))
  }
}

extension Axis {
  /// The slope of the names of categories that would not fit beside one another.
  private static let degrees = 40.0

  /// Whether a single word is wider than its band.
  private func isSlanted(in frame: Frame) -> Bool {
    guard let bands = frame.x as? BandScale else { return false }
    return bands.labels.flatMap { $0.split(separator: " ") }.contains { word in
      Self.style.width(of: String(word)) > bands.bandwidth - 6
    }
  }

  private func slantedRoom(in frame: Frame, unitRoom: Double) -> Room {
    let angle = Self.degrees * .pi / 180
    let widths = frame.xTicks.map { Self.style.width(of: $0.label) }
    let overhangs = zip(frame.xTicks, widths).map { tick, width in
      width * .cos(angle) - (frame.x(tick.value) - frame.box.left)
    }
    let height = (widths.max() ?? 0) * .sin(angle) + Self.style.size
    return Room(
      left: max(4, overhangs.max() ?? 0), right: 8, bottom: height + Self.tick + 4 + unitRoom)
  }

  private func slantedLabels(in frame: Frame) -> [SVG] {
    frame.xTicks.compactMap { tick in
      guard let x = frame.place(x: tick.value) else { return nil }
      let end = Position(x: x + 4, y: frame.box.bottom + Self.tick + Self.style.size)
      let turn = "rotate(-\(SVG.number(Self.degrees)) \(SVG.number(end.x)) \(SVG.number(end.y)))"
      return SVG(
        "g", ["transform": .text(turn)], [Self.style.draw(tick.label, at: end, anchor: .end)])
    }
  }
}
