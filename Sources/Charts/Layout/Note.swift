/// Words inside a plot, with the places where they may stand, the best first.
public struct Note: Equatable, Sendable {
  /// A position, and on which side of it the words stand.
  public struct Anchor: Equatable, Sendable {
    public enum Side: Sendable { case start, middle, end }
    public enum Height: Sendable { case above, below, beside }

    public let position: Position
    public let side: Side
    public let height: Height

    public init(x: Double, y: Double, _ side: Side, _ height: Height) {
      position = Position(x: x, y: y)
      self.side = side
      self.height = height
    }
  }

  /// How words are placed whose anchors have no room for them.
  public enum Want: Sendable {
    /// Some lines above or below an anchor.
    case near
    /// At an anchor all the same, for farther off they would be taken for something else.
    case there
    /// Not at all.
    case ifRoom
  }

  public let text: String
  public let hue: Hue
  public let anchors: [Anchor]
  public let want: Want

  public init(_ text: String, hue: Hue = .ink, anchors: [Anchor], want: Want = .near) {
    self.text = text
    self.hue = hue
    self.anchors = anchors
    self.want = want
  }
}

extension Note {
  /// The box that the words fill when they stand at an anchor.
  func box(at anchor: Anchor) -> Box {
    let style = TextStyle.note
    let width = style.width(of: text)
    let height = style.leading
    let left =
      switch anchor.side {
      case .start: anchor.position.x
      case .middle: anchor.position.x - width / 2
      case .end: anchor.position.x - width
      }
    let top =
      switch anchor.height {
      case .above: anchor.position.y - height
      case .below: anchor.position.y
      case .beside: anchor.position.y - height / 2
      }
    return Box(left: left, top: top, right: left + width, bottom: top + height)
  }

  /// The words, where they stand upon marks with paper behind them.
  func draw(in box: Box, haloed: Bool) -> SVG {
    let style = TextStyle.note
    let baseline = Position(x: box.left, y: box.center.y + style.middle)
    let words = style.draw(text, at: baseline, classes: "t-\(hue.rawValue)")
    return haloed ? .group([box.element("c-plate", opacity: 0.75), words]) : words
  }
}
