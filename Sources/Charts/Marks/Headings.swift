/// Words on paper across the whole width above rows of categories, such as the name of a group of rows.
public struct Headings: Mark {
  /// Words at the index of the row that is left free for them.
  public struct Heading: Equatable, Sendable {
    public let row: Int
    public let text: String

    public init(_ text: String, row: Int) {
      self.text = text
      self.row = row
    }
  }

  public let headings: [Heading]

  public init(_ headings: [Heading]) {
    self.headings = headings
  }

  public var extent: Extent { .none }

  /// Rows high enough for words that have to be broken.
  public func room(in frame: Frame) -> Room {
    let most = headings.map { lines(of: $0, in: frame).count }.max() ?? 0
    guard most > 1, let rows = frame.y as? BandScale else { return .none }
    return Room(height: Double(rows.labels.count * most) * Self.style.leading)
  }

  public func draw(in frame: Frame) -> SVG {
    .group(
      headings.flatMap { heading -> [SVG] in
        guard let y = frame.place(y: Double(heading.row)) else { return [] }
        let lines = lines(of: heading, in: frame)
        let above = Double(lines.count - 1) / 2 * Self.style.leading
        let baseline = y + Self.style.middle - above
        let left = frame.canvas.left
        let width = lines.map { Self.style.width(of: $0) }.max() ?? 0
        let paper = Box(
          left: left, top: y - above - Self.style.leading / 2, right: left + width + 4,
          bottom: y + above + Self.style.leading / 2)
        return [paper.element("c-plate")]
          + Self.style.draw(lines: lines, at: Position(x: left, y: baseline))
      })
  }

  private static let style = TextStyle.panel

  private func lines(of heading: Heading, in frame: Frame) -> [String] {
    Self.style.lines(of: heading.text, within: frame.canvas.width)
  }
}
