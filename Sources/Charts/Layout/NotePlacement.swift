/// The places of notes in a plot: each where it covers least of lines and nothing of other notes.
///
/// Notes are placed in order, each at the anchor of the least cost. A note that would cover
/// another at every anchor, or leave the plot, is moved down or up until it does not.
struct NotePlacement {
  private(set) var boxes: [Box] = []
  private let notes: [Note]
  private let obstacles: [Position]

  init(_ notes: [Note], around obstacles: [Position], in plot: Box) {
    self.notes = notes
    self.obstacles = obstacles
    for note in notes {
      boxes.append(Self.place(note, around: obstacles, beside: boxes, in: plot))
    }
  }

  func draw() -> [SVG] {
    zip(notes, boxes).map { note, box in
      note.draw(in: box, haloed: obstacles.contains(where: box.outset(by: 1).contains))
    }
  }

  private static func place(
    _ note: Note, around obstacles: [Position], beside others: [Box], in plot: Box
  ) -> Box {
    let boxes = note.anchors.map { confined(note.box(at: $0), to: plot) }
    let shifted = boxes.flatMap { box in
      [-1, 1, -2, 2, -3, 3].map { lines in
        moved(box, by: Double(lines) * TextStyle.note.leading)
      }
    }
    let free = (boxes + shifted.filter(plot.contains)).filter { box in
      !others.contains { $0.overlaps(box) }
    }
    let costs = free.map { box in obstacles.count(where: box.outset(by: 1).contains) }
    let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) }
    return best.map { free[$0] } ?? boxes.first ?? Box(left: 0, top: 0, right: 0, bottom: 0)
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
