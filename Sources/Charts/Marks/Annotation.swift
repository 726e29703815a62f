/// Words beside a point of the plot, or beside any one of some points.
public struct Annotation: Mark {
  public let text: String
  /// Where the words may stand, the best first.
  public let points: [Point]
  public let hue: Hue
  private let want: Note.Want

  public init(_ text: String, at point: Point, hue: Hue = .ink) {
    self.text = text
    points = [point]
    self.hue = hue
    want = .near
  }

  /// Words that are left out where they find no room beside any of the points.
  public init(_ text: String, ifRoomAt points: [Point], hue: Hue = .ink) {
    self.text = text
    self.points = points
    self.hue = hue
    want = .ifRoom
  }

  public var extent: Extent {
    Extent(x: points.map(\.x), y: points.map(\.y))
  }

  /// The words are a note; beside that there is nothing to draw.
  public func draw(in frame: Frame) -> SVG {
    .group([])
  }

  /// On any side of a point.
  public func notes(in frame: Frame) -> [Note] {
    let seen = points.compactMap { frame.position(x: $0.x, y: $0.y) }
      .filter(frame.box.outset(by: 1).contains)
    guard !text.isEmpty, !seen.isEmpty else { return [] }
    return [
      Note(text, hue: hue, anchors: seen.flatMap(Self.anchors), want: want)
    ]
  }

  private static func anchors(around center: Position) -> [Note.Anchor] {
    let (x, y) = (center.x, center.y)
    return [
      .init(x: x, y: y - 6, .middle, .above), .init(x: x + 7, y: y, .start, .beside),
      .init(x: x - 7, y: y, .end, .beside), .init(x: x, y: y + 6, .middle, .below),
      .init(x: x + 5, y: y - 4, .start, .above), .init(x: x - 5, y: y - 4, .end, .above),
      .init(x: x + 5, y: y + 4, .start, .below), .init(x: x - 5, y: y + 4, .end, .below),
    ]
  }
}
