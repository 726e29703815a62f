/// Marks over one another between two axes.
public struct Plot: Sendable {
  /// Stands above the plot where there are several.
  public let title: String
  /// A quiet line below the title.
  public let subtitle: String
  public let x: Dimension
  public let y: Dimension
  public let marks: [any Mark]
  /// With its labels but without its title, in pixels; what the chart says where absent.
  public let height: Double?
  /// What all marks want to be seen.
  let extent: Extent

  public init(
    title: String = "", subtitle: String = "", x: Dimension, y: Dimension, marks: [any Mark],
    height: Double? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.x = x
    self.y = y
    self.marks = marks
    self.height = height
    extent = marks.reduce(.none) { $0.union($1.extent) }
  }
}

extension Plot {
  /// Whether no mark has a single point: rules and bands alone say nothing.
  var isBlank: Bool {
    !marks.contains { mark in
      let extent = mark.extent
      return extent.x != nil && isDrawable(extent.y)
    }
  }

  private func isDrawable(_ span: Span?) -> Bool {
    if case .log = y.kind { span?.positive != nil } else { span != nil }
  }

  /// The grid and the axes, which lie behind the marks.
  private var axes: [any Mark] {
    let direction: Grid.Direction = if case .bands = y.kind { .vertical } else { .horizontal }
    return [Grid(direction), Axis(.bottom, unit: x.unit), Axis(.left, unit: y.unit)]
  }

  /// The room that axes and labels want in a frame.
  func room(in frame: Frame) -> Room {
    (axes + marks).reduce(.none) { $0.union($1.room(in: frame)) }
  }

  /// The frame inside a canvas that leaves room for axes and labels.
  ///
  /// Room depends on the frame and the frame on room, so the second is found in a few rounds.
  ///
  /// - Parameters:
  ///   - canvas: Where plot and labels may be drawn.
  ///   - extent: The values to be seen.
  ///   - room: The least room, so that plots beside one another align.
  ///   - clip: A name for the rectangle at which marks are cut off.
  /// - Returns: The scales and the area that they span.
  func frame(in canvas: Box, extent: Extent, room: Room = .none, clip: String) -> Frame {
    var room = room
    var frame = frame(in: canvas.inset(by: room), canvas: canvas, extent: extent, clip: clip)
    for _ in 0..<3 {
      let wanted = room.union(self.room(in: frame))
      // What is enough stays enough: the frame would not change any more.
      if wanted == room { break }
      room = wanted
      frame = self.frame(in: canvas.inset(by: room), canvas: canvas, extent: extent, clip: clip)
    }
    return frame
  }

  private func frame(in box: Box, canvas: Box, extent: Extent, clip: String) -> Frame {
    let upward = PixelRange(from: box.bottom, to: box.top)
    let downward = PixelRange(from: box.top, to: box.bottom)
    let isOrdinal = if case .bands = y.kind { true } else { false }
    let cuts = x.cuts(self.extent.x) || y.cuts(self.extent.y)
    return Frame(
      x: x.scale(around: extent.x, range: PixelRange(from: box.left, to: box.right)),
      y: y.scale(around: extent.y, range: isOrdinal ? downward : upward),
      box: box, canvas: canvas, clip: cuts ? clip : "")
  }

  func draw(in frame: Frame) -> SVG {
    guard !isBlank else { return .group(blank(in: frame)) }
    let notes = NotePlacement(
      marks.flatMap { $0.notes(in: frame) }, around: marks.flatMap { $0.trace(in: frame) },
      in: frame.box)
    let drawn = (axes + marks).map { $0.draw(in: frame) }.filter { !$0.content.isEmpty }
    return .group(clipPath(of: frame) + drawn + notes.draw())
  }

  /// The empty frame, and why it is empty.
  private func blank(in frame: Frame) -> [SVG] {
    let middle = Position(x: frame.box.center.x, y: frame.box.center.y + TextStyle.subtitle.middle)
    return [
      frame.box.element("c-empty"),
      TextStyle.subtitle.draw("no data", at: middle, anchor: .middle),
    ]
  }

  private func clipPath(of frame: Frame) -> [SVG] {
    guard !frame.clip.isEmpty else { return [] }
    return [SVG("clipPath", ["id": .text(frame.clip)], [frame.box.element("c-clip")])]
  }
}
