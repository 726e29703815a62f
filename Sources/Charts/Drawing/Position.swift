/// A place in the picture, in pixels from its top left corner.
public struct Position: Equatable, Sendable {
  public let x: Double
  public let y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

extension Position {
  /// The positions on the way to another, this one included, at most `step` pixels apart.
  func way(to end: Position, step: Double) -> [Position] {
    let length = max(abs(end.x - x), abs(end.y - y))
    let count = min(max(1, Int((length / step).rounded(.up))), 1000)
    return (0..<count).map { index in
      let part = Double(index) / Double(count)
      return Position(x: x + part * (end.x - x), y: y + part * (end.y - y))
    }
  }
}
