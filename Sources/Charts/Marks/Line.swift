/// A line through points in order, broken where a value is missing.
public struct Line: Mark {
  public let points: [Point]
  public let hue: Hue
  public let stroke: Stroke
  /// What direct labels and legends call it.
  public let label: String

  public init(_ points: [Point], hue: Hue = .blue, stroke: Stroke = .solid, label: String = "") {
    self.points = points
    self.hue = hue
    self.stroke = stroke
    self.label = label
  }

  /// A line with one value a year, not a number where it is missing.
  public init(
    years: ClosedRange<Int>, values: [Double], hue: Hue = .blue, stroke: Stroke = .solid,
    label: String = ""
  ) {
    self.init(
      [Point](years: years, values: values), hue: hue, stroke: stroke, label: label)
  }

  public var extent: Extent {
    let known = points.filter { $0.x.isFinite && $0.y.isFinite }
    return Extent(x: known.map(\.x), y: known.map(\.y))
  }

  /// A point without neighbours is drawn as a dot, for a line of no length cannot be seen.
  public func draw(in frame: Frame) -> SVG {
    let runs = frame.runs(of: points)
    let path = Path(lines: runs.filter { $0.count > 1 })
    let lines = path.isEmpty ? [] : [stroke.element(path, hue: hue).titled(label)]
    let dots = runs.filter { $0.count == 1 }.map { run in
      Dots.circle(at: run[0], radius: stroke.width * 1.25, hue: hue)
    }
    return frame.clipped(lines + dots.map { $0.titled(label) })
  }

  public func trace(in frame: Frame) -> [Position] {
    frame.trace(of: points)
  }
}
