/// The area between a lower and an upper line, such as a forecast interval.
public struct Ribbon: Mark {
  public struct Point: Equatable, Sendable {
    public let x: Double
    public let lower: Double
    public let upper: Double

    public init(x: Double, lower: Double, upper: Double) {
      self.x = x
      self.lower = lower
      self.upper = upper
    }
  }

  public let points: [Point]
  public let hue: Hue
  /// From 0, unseen, to 1, solid.
  public let opacity: Double

  public init(_ points: [Point], hue: Hue = .blue, opacity: Double = 0.2) {
    self.points = points
    self.hue = hue
    self.opacity = opacity
  }

  public var extent: Extent {
    let known = points.filter { $0.x.isFinite && $0.lower.isFinite && $0.upper.isFinite }
    return Extent(x: known.map(\.x), y: known.flatMap { [$0.lower, $0.upper] })
  }

  public func draw(in frame: Frame) -> SVG {
    frame.clipped(
      runs(in: frame).map { run in
        let outline = Path(between: run.map(\.upper), and: run.map(\.lower))
        return SVG(
          "path",
          [
            "class": "f-\(hue.rawValue)", "d": .text(outline.data),
            "fill-opacity": .number(opacity),
          ])
      })
  }

  /// The unbroken stretches in which both edges have a place.
  private func runs(in frame: Frame) -> [[(lower: Position, upper: Position)]] {
    var runs: [[(lower: Position, upper: Position)]] = [[]]
    for point in points {
      if let lower = frame.position(x: point.x, y: point.lower),
        let upper = frame.position(x: point.x, y: point.upper)
      {
        runs[runs.count - 1].append((lower, upper))
      } else {
        runs.append([])
      }
    }
    return runs.filter { $0.count > 1 }
  }
}
