/// A dot at each point that has a value.
public struct Dots: Mark {
  public let points: [Point]
  public let hue: Hue
  /// In pixels.
  public let radius: Double
  /// What direct labels and legends call them.
  public let label: String

  public init(_ points: [Point], hue: Hue = .blue, radius: Double = 3.5, label: String = "") {
    self.points = points
    self.hue = hue
    self.radius = radius
    self.label = label
  }

  public var extent: Extent {
    let known = points.filter { $0.x.isFinite && $0.y.isFinite }
    return Extent(x: known.map(\.x), y: known.map(\.y))
  }

  public func draw(in frame: Frame) -> SVG {
    frame.clipped(
      trace(in: frame).map { Self.circle(at: $0, radius: radius, hue: hue).titled(label) })
  }

  public func trace(in frame: Frame) -> [Position] {
    points.compactMap { frame.position(x: $0.x, y: $0.y) }
  }

  static func circle(at center: Position, radius: Double, hue: Hue) -> SVG {
    SVG(
      "circle",
      [
        "class": "f-\(hue.rawValue)", "cx": .number(center.x), "cy": .number(center.y),
        "r": .number(radius),
      ])
  }
}
