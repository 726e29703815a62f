/// The outline of a shape, point after point, to a tenth of a pixel.
///
/// Points after the first of a run are written as steps from the one before, which takes about half
/// the room; steps lie between rounded points, so that no error adds up.
struct Path: Equatable, Sendable {
  private(set) var data = ""
  /// The last point in tenths of a pixel, and whether a run of steps is open.
  private var last = (x: 0, y: 0)
  private var isStepping = false

  mutating func move(to position: Position) {
    last = Self.tenths(position)
    isStepping = false
    data += "M\(Self.text(last.x)),\(Self.text(last.y))"
  }

  mutating func line(to position: Position) {
    let point = Self.tenths(position)
    data += isStepping ? " " : "l"
    data += "\(Self.text(point.x - last.x)),\(Self.text(point.y - last.y))"
    last = point
    isStepping = true
  }

  mutating func close() {
    data += "Z"
    isStepping = false
  }

  static func == (a: Path, b: Path) -> Bool { a.data == b.data }

  private static func tenths(_ position: Position) -> (x: Int, y: Int) {
    (tenths(position.x), tenths(position.y))
  }

  /// What is not finite becomes zero.
  private static func tenths(_ x: Double) -> Int {
    x.isFinite ? Int((min(max(x, -1e9), 1e9) * 10).rounded()) : 0
  }

  /// Tenths as a decimal number, its zero before the point left out.
  private static func text(_ tenths: Int) -> String {
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
  }
}

extension Path {
  /// Runs of positions, each an open line.
  init(lines runs: [[Position]]) {
    self.init()
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
