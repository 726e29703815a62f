/// A straight line across the whole plot at one value, such as a threshold or a date.
public struct Rule: Mark {
  public enum Place: Equatable, Sendable {
    /// A vertical line.
    case x(Double)
    /// A horizontal line.
    case y(Double)
  }

  public let place: Place
  public let label: String
  public let hue: Hue
  public let stroke: Stroke

  public init(
    _ place: Place, label: String = "", hue: Hue = .ink, stroke: Stroke = .thin
  ) {
    self.place = place
    self.label = label
    self.hue = hue
    self.stroke = stroke
  }

  public var extent: Extent {
    switch place {
    case .x(let value): Extent(x: Span([value]), y: nil)
    case .y(let value): Extent(x: nil, y: Span([value]))
    }
  }

  public func draw(in frame: Frame) -> SVG {
    guard let ends = ends(in: frame) else { return .group([]) }
    return .group([stroke.element(Path(lines: [[ends.start, ends.end]]), hue: hue)])
  }

  public func trace(in frame: Frame) -> [Position] {
    guard let ends = ends(in: frame) else { return [] }
    return ends.start.way(to: ends.end, step: 4)
  }

  /// Beside the line, at one of its ends.
  public func notes(in frame: Frame) -> [Note] {
    guard !label.isEmpty, let ends = ends(in: frame) else { return [] }
    let box = frame.box
    let anchors: [Note.Anchor]
    switch place {
    case .y:
      let (above, below) = (ends.start.y - 3, ends.start.y + 3)
      let places: [(x: Double, side: Note.Anchor.Side)] = [
        (box.left + 4, .start), (box.right - 4, .end), (box.center.x, .middle),
        (box.left + box.width / 4, .middle), (box.right - box.width / 4, .middle),
      ]
      anchors = places.flatMap { x, side in
        [Note.Anchor(x: x, y: above, side, .above), Note.Anchor(x: x, y: below, side, .below)]
      }
    case .x:
      let (before, after) = (ends.start.x - 5, ends.start.x + 5)
      let heights = [0.0, 0.25, 0.5, 0.75].map { box.top + 2 + $0 * box.height }
      anchors =
        heights.flatMap { height in
          [
            Note.Anchor(x: after, y: height, .start, .below),
            Note.Anchor(x: before, y: height, .end, .below),
          ]
        }
    }
    return [Note(label, hue: hue, anchors: anchors, want: .there)]
  }

  private func ends(in frame: Frame) -> (start: Position, end: Position)? {
    let box = frame.box
    switch place {
    case .x(let value):
      guard let x = frame.place(x: value), frame.x.domain.contains(value) else { return nil }
      return (Position(x: x, y: box.top), Position(x: x, y: box.bottom))
    case .y(let value):
      guard let y = frame.place(y: value), frame.y.domain.contains(value) else { return nil }
      return (Position(x: box.left, y: y), Position(x: box.right, y: y))
    }
  }
}
