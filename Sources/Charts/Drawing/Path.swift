/// The outline of a shape, point after point, to a tenth of a pixel.
struct Path: Equatable, Sendable {
  private(set) var data = ""

  mutating func move(to position: Position) {
    data += "M\(SVG.tenths(position.x)),\(SVG.tenths(position.y))"
  }

  mutating func line(to position: Position) {
    data += "L\(SVG.tenths(position.x)),\(SVG.tenths(position.y))"
  }

  mutating func close() {
    data += "Z"
  }
}

extension Path {
  /// Runs of positions, each an open line.
  init(lines runs: [[Position]]) {
    for run in runs {
      for (index, position) in run.enumerated() {
        if index == 0 { move(to: position) } else { line(to: position) }
      }
    }
  }

  /// A closed outline: there along one edge, back along the other.
  init(between upper: [Position], and lower: [Position]) {
    self.init(lines: [upper + lower.reversed()])
    close()
  }
}
