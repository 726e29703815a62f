/// A table of shaded cells, the fuller the darker.
public struct Cells: Mark {
  /// A cell at the indices of its categories.
  public struct Cell: Equatable, Sendable {
    public let column: Int
    public let row: Int
    /// How full the cell is, from 0 to 1; not a number where it is missing.
    public let share: Double
    public let text: String

    public init(column: Int, row: Int, share: Double, text: String = "") {
      self.column = column
      self.row = row
      self.share = share
      self.text = text
    }
  }

  public let cells: [Cell]
  public let hue: Hue

  public init(_ cells: [Cell], hue: Hue = .blue) {
    self.cells = cells
    self.hue = hue
  }

  public var extent: Extent {
    Extent(x: cells.map { Double($0.column) }, y: cells.map { Double($0.row) })
  }

  public func draw(in frame: Frame) -> SVG {
    .group(
      cells.flatMap { cell -> [SVG] in
        guard let box = box(of: cell, in: frame) else { return [] }
        return [shade(of: cell, in: box)] + words(of: cell, in: box)
      })
  }
}

extension Cells {
  /// Half a pixel of paper shows between neighbours.
  private func box(of cell: Cell, in frame: Frame) -> Box? {
    let (x, y) = (Double(cell.column), Double(cell.row))
    guard let start = frame.position(x: x - 0.5, y: y - 0.5),
      let end = frame.position(x: x + 0.5, y: y + 0.5)
    else { return nil }
    return Box(
      left: min(start.x, end.x) + 1, top: min(start.y, end.y) + 1,
      right: max(start.x, end.x) - 1, bottom: max(start.y, end.y) - 1)
  }

  /// At most as dark as words upon it can be read in light and dark.
  private func shade(of cell: Cell, in box: Box) -> SVG {
    guard cell.share.isFinite else { return box.element("c-empty") }
    return box.element("f-\(hue.rawValue)", opacity: 0.05 + 0.55 * max(0, min(cell.share, 1)))
  }

  /// Words that do not fit are left out, for the shade says as much.
  private func words(of cell: Cell, in box: Box) -> [SVG] {
    let style = TextStyle.note
    guard !cell.text.isEmpty, style.width(of: cell.text) <= box.width - 4 else { return [] }
    let middle = Position(x: box.center.x, y: box.center.y + style.middle)
    return [style.draw(cell.text, at: middle, anchor: .middle, classes: "t-ink")]
  }
}
