/// The outline of a shape, point after point, to a tenth of a pixel.
///
/// Points after the first of a run are written as steps from the one before, which takes about half
/// the room; steps lie between rounded points, so that no error adds up.
struct Path: Equatable, Sendable {
  private var bytes: [UInt8] = []
  /// The last point in tenths of a pixel, and whether a run of steps is open.
  private var last = (x: 0, y: 0)
  private var isStepping = false

  var isEmpty: Bool { bytes.isEmpty }

  /// The commands as an attribute holds them.
  var data: String { String(decoding: bytes, as: UTF8.self) }

  mutating func move(to position: Position) {
    last = Self.tenths(position)
    isStepping = false
    bytes.append(UInt8(ascii: "M"))
    append(last.x, last.y)
  }

  mutating func line(to position: Position) {
    let point = Self.tenths(position)
    bytes.append(UInt8(ascii: isStepping ? " " : "l"))
    append(point.x - last.x, point.y - last.y)
    last = point
    isStepping = true
  }

  mutating func close() {
    bytes.append(UInt8(ascii: "Z"))
    isStepping = false
  }

  static func == (a: Path, b: Path) -> Bool { a.bytes == b.bytes }

  private static func tenths(_ position: Position) -> (x: Int, y: Int) {
    (tenths(position.x), tenths(position.y))
  }

  /// What is not finite becomes zero.
  private static func tenths(_ x: Double) -> Int {
    x.isFinite ? Int((min(max(x, -1e9), 1e9) * 10).rounded()) : 0
  }

  private mutating func append(_ x: Int, _ y: Int) {
    append(x)
    bytes.append(UInt8(ascii: ","))
    append(y)
  }

  /// Tenths as a decimal number, its zero before the point left out.
  private mutating func append(_ tenths: Int) {
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    if whole > 0 || rest == 0 { appendDigits(of: whole) }
    if rest > 0 { bytes += [UInt8(ascii: "."), UInt8(ascii: "0") + UInt8(rest)] }
  }

  private mutating func appendDigits(of whole: Int) {
    if whole >= 10 { appendDigits(of: whole / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(whole % 10))
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
