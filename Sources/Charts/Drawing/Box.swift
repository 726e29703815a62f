/// A rectangle of the picture, in pixels, downwards from its top left corner.
public struct Box: Equatable, Sendable {
  public let left: Double
  public let top: Double
  public let right: Double
  public let bottom: Double

  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = max(left, right)
    self.bottom = max(top, bottom)
  }

  public var width: Double { right - left }
  public var height: Double { bottom - top }
  public var center: Position { Position(x: (left + right) / 2, y: (top + bottom) / 2) }
}

extension Box {
  func inset(by room: Room) -> Box {
    Box(
      left: left + room.left, top: top + room.top, right: right - room.right,
      bottom: bottom - room.bottom)
  }

  func outset(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func contains(_ position: Position) -> Bool {
    position.x >= left && position.x <= right && position.y >= top && position.y <= bottom
  }

  func contains(_ other: Box) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// The rectangle as an element.
  func element(_ classes: String, opacity: Double = 1) -> SVG {
    let whole: KeyValuePairs<String, SVG.Value> = [
      "class": .text(classes), "x": .number(left), "y": .number(top), "width": .number(width),
      "height": .number(height),
    ]
    guard opacity < 1 else { return SVG("rect", whole) }
    return SVG(
      "rect",
      [
        "class": .text(classes), "x": .number(left), "y": .number(top), "width": .number(width),
        "height": .number(height), "fill-opacity": .number(opacity),
      ])
  }
}
