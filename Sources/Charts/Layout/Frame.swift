/// The scales that every mark of a plot shares, and the rectangle that they span.
public struct Frame: Sendable {
  public let x: any Scale
  public let y: any Scale
  /// The area of the plot, without its labels.
  public let box: Box
  /// The area that the plot and its labels may use.
  public let canvas: Box
  /// The values that the axes name.
  public let xTicks: [Tick]
  public let yTicks: [Tick]
  /// The name of the rectangle at which marks are cut off; empty where nothing lies beyond it.
  let clip: String
}

extension Frame {
  init(x: any Scale, y: any Scale, box: Box, canvas: Box, clip: String = "") {
    self.x = x
    self.y = y
    self.box = box
    self.canvas = canvas
    self.clip = clip
    xTicks = Self.ticks(along: x)
    yTicks = y.ticks(atMost: max(2, min(7, Int(box.height / 28))))
  }

  /// As many ticks as leave room between their labels.
  private static func ticks(along x: any Scale) -> [Tick] {
    let gap = 6.0
    var tried = Int.max
    for count in stride(from: 12, through: 1, by: -1) {
      let ticks = x.ticks(atMost: count)
      // The same ticks as before would fit no better.
      if ticks.count == tried { continue }
      tried = ticks.count
      let widest = ticks.map { TextStyle.tick.width(of: $0.label) }.max() ?? 0
      let distances = zip(ticks.dropFirst(), ticks).map { abs(x($0.value) - x($1.value)) }
      if (distances.min() ?? .infinity) >= widest + gap { return ticks }
    }
    return x.ticks(atMost: 1)
  }
}

extension Frame {
  /// Where a value lies on the horizontal axis, if it has a place.
  public func place(x value: Double) -> Double? {
    let place = x(value)
    return place.isFinite ? place : nil
  }

  /// Where a value lies on the vertical axis, if it has a place.
  public func place(y value: Double) -> Double? {
    let place = y(value)
    return place.isFinite ? place : nil
  }

  public func position(x: Double, y: Double) -> Position? {
    guard let left = place(x: x), let top = place(y: y) else { return nil }
    return Position(x: left, y: top)
  }

  /// The unbroken stretches of points that have a place.
  func runs(of points: [Point]) -> [[Position]] {
    let positions = points.map { position(x: $0.x, y: $0.y) }
    return positions.split(separator: nil).map { $0.compactMap(\.self) }
  }

  /// Places along the lines through points, close enough together to find what covers them.
  func trace(of points: [Point]) -> [Position] {
    runs(of: points).flatMap { run in
      zip(run, run.dropFirst()).flatMap { $0.way(to: $1, step: 4) } + run.suffix(1)
    }
  }

  /// Elements cut off at the edge of the plot, where something lies beyond it.
  func clipped(_ elements: [SVG]) -> SVG {
    clip.isEmpty || elements.isEmpty
      ? .group(elements) : SVG("g", ["clip-path": "url(#\(clip))"], elements)
  }
}
