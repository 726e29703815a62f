/// The places of notes in a plot: each where it covers least of lines and nothing of other notes.
///
/// Notes are placed in order, each at the anchor of the least cost. A note that would cover
/// another at every anchor, or leave the plot, is treated as it wants.
struct NotePlacement {
  private var placed: [(note: Note, box: Box)] = []
  private let obstacles: [Position]

  init(_ notes: [Note], around obstacles: [Position], in plot: Box) {
    self.obstacles = obstacles
    for note in notes {
      if let box = place(note, in: plot) { placed.append((note, box)) }
    }
  }

  var boxes: [Box] { placed.map(\.box) }

  func draw() -> [SVG] {
    placed.map { note, box in
      note.draw(in: box, haloed: obstacles.contains(where: box.outset(by: 1).contains))
    }
  }

  /// So many points of lines may lie behind words that could be left out.
  private static let tolerated = 2

  private func place(_ note: Note, in plot: Box) -> Box? {
    let boxes = note.anchors.map { note.box(at: $0) }
    let choice =
      switch note.want {
      case .near: Self.moved(boxes, in: plot)
      case .there: boxes.map { Self.confined($0, to: plot) }
      case .ifRoom: boxes.filter(plot.contains)
      }
    let free = choice.filter { box in !placed.contains { $0.box.overlaps(box) } }
    let costs = free.map { box in obstacles.count(where: box.outset(by: 1).contains) }
    let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) }
    if note.want == .ifRoom {
      return best.flatMap { costs[$0] <= Self.tolerated ? free[$0] : nil }
    }
    return best.map { free[$0] } ?? choice.first ?? Box(left: 0, top: 0, right: 0, bottom: 0)
  }

  /// The boxes moved into the plot, then the same some lines up or down.
  private static func moved(_ boxes: [Box], in plot: Box) -> [Box] {
    let inside = boxes.map { confined($0, to: plot) }
    let shifted = inside.flatMap { box in
      [-1, 1, -2, 2, -3, 3].map { lines in
        moved(box, by: Double(lines) * TextStyle.note.leading)
      }
    }
    return inside + shifted.filter(plot.contains)
  }

  /// The box moved sideways and up or down until it lies in the plot, as far as it fits.
  private static func confined(_ box: Box, to plot: Box) -> Box {
    let left = max(plot.left, min(box.left, plot.right - box.width))
    let top = max(plot.top, min(box.top, plot.bottom - box.height))
    return Box(left: left, top: top, right: left + box.width, bottom: top + box.height)
  }

  private static func moved(_ box: Box, by distance: Double) -> Box {
    Box(left: box.left, top: box.top + distance, right: box.right, bottom: box.bottom + distance)
  }
}
