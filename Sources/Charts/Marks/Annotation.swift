/// Words beside a point of the plot.
public struct Annotation: Mark {
  public let text: String
  public let point: Point
  public let hue: Hue

  public init(_ text: String, at point: Point, hue: Hue = .ink) {
    self.text = text
    self.point = point
    self.hue = hue
  }

  public var extent: Extent {
    Extent(x: [point.x], y: [point.y])
  }

  /// The words are a note; beside that there is nothing to draw.
  public func draw(in frame: Frame) -> SVG {
    .group([])
  }

  /// On any side of the point.
  public func notes(in frame: Frame) -> [Note] {
    guard !text.isEmpty, let center = frame.position(x: point.x, y: point.y),
      frame.box.outset(by: 1).contains(center)
    else { return [] }
    let (x, y) = (center.x, center.y)
    return [
      Note(
        text, hue: hue,
        anchors: [
          .init(x: x, y: y - 6, .middle, .above), .init(x: x + 7, y: y, .start, .beside),
          .init(x: x - 7, y: y, .end, .beside), .init(x: x, y: y + 6, .middle, .below),
          .init(x: x + 5, y: y - 4, .start, .above), .init(x: x - 5, y: y - 4, .end, .above),
          .init(x: x + 5, y: y + 4, .start, .below), .init(x: x - 5, y: y + 4, .end, .below),
        ])
    ]
  }
}
