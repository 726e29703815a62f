/// Faint lines across the plot at the values that one axis names; categories need none.
public struct Grid: Mark {
  public enum Direction: Equatable, Sendable {
    case horizontal, vertical
  }

  public let direction: Direction

  public init(_ direction: Direction) {
    self.direction = direction
  }

  public var extent: Extent { .none }

  public func draw(in frame: Frame) -> SVG {
    var path = Path()
    let box = frame.box
    switch direction {
    case .horizontal where frame.y is BandScale, .vertical where frame.x is BandScale:
      break
    case .horizontal:
      for y in frame.yTicks.compactMap({ frame.place(y: $0.value) }) {
        path.move(to: Position(x: box.left, y: y))
        path.line(to: Position(x: box.right, y: y))
      }
    case .vertical:
      for x in frame.xTicks.compactMap({ frame.place(x: $0.value) }) {
        path.move(to: Position(x: x, y: box.top))
        path.line(to: Position(x: x, y: box.bottom))
      }
    }
    guard !path.isEmpty else { return .group([]) }
    return .group([SVG("path", ["class": "c-grid", "d": .text(path.data)])])
  }
}
