/// Names beside the right ends of lines, moved apart where they would overlap.
public struct DirectLabels: Mark {
  /// A name, the point that it names, and optionally a quiet remark such as the last value.
  public struct Label: Equatable, Sendable {
    public let text: String
    public let remark: String
    public let point: Point
    public let hue: Hue

    public init(_ text: String, remark: String = "", at point: Point, hue: Hue = .ink) {
      self.text = text
      self.remark = remark
      self.point = point
      self.hue = hue
    }
  }

  public let labels: [Label]

  public init(_ labels: [Label]) {
    self.labels = labels
  }

  /// Names lines at their last points, and says of each what a function makes of its last value.
  public init(of lines: [Line], remark: (Double) -> String = { _ in "" }) {
    labels = lines.compactMap { line in
      line.points.last { $0.x.isFinite && $0.y.isFinite }.map { last in
        Label(line.label, remark: remark(last.y), at: last, hue: line.hue)
      }
    }
  }

  public var extent: Extent {
    Extent(x: labels.map(\.point.x), y: labels.map(\.point.y))
  }

  public func room(in frame: Frame) -> Room {
    let placed = labels.map { lines(of: $0, in: frame) }
    let width = placed.flatMap(\.self).map(\.width).max() ?? 0
    let height = placed.reduce(0) { $0 + Self.height(of: $1) }
    return Room(right: labels.isEmpty ? 0 : width + Self.gap + 2, height: height)
  }

  public func draw(in frame: Frame) -> SVG {
    let seen = labels.filter { frame.position(x: $0.point.x, y: $0.point.y) != nil }
    let lines = seen.map { self.lines(of: $0, in: frame) }
    let ends = seen.compactMap { label in
      frame.position(x: label.point.x, y: label.point.y).map { end in
        Position(x: min(end.x, frame.box.right), y: Self.clamped(end.y, to: frame.box))
      }
    }
    let middles = Spread.middles(
      wanted: ends.map(\.y), sizes: lines.map(Self.height),
      in: frame.box.top - Self.margin...frame.box.bottom + Self.margin)
    let leaders = zip(ends, zip(seen, middles)).compactMap { end, label in
      leader(from: end, to: label.1, hue: label.0.hue, in: frame)
    }
    let names = zip(seen, zip(lines, middles)).flatMap { label, place in
      words(place.0, hue: label.hue, middle: place.1, in: frame)
    }
    return .group(leaders + names)
  }

  private static func clamped(_ y: Double, to box: Box) -> Double {
    max(box.top, min(y, box.bottom))
  }
}

extension DirectLabels {
  static let gap = 20.0
  /// How far labels may reach above and below the plot.
  private static let margin = 9.0
  private static let style = TextStyle.label
  private static let remarkStyle = TextStyle.note
  private static let leading = style.size + 2

  /// A line of a label: part of the name, or of the remark.
  struct Words: Equatable, Sendable {
    let name: String
    let remark: String
    var width: Double {
      let space = name.isEmpty || remark.isEmpty ? 0 : DirectLabels.style.size * 0.3
      return DirectLabels.style.width(of: name) + space
        + DirectLabels.remarkStyle.width(of: remark)
    }
  }

  static func height(of lines: [Words]) -> Double {
    Double(lines.count) * leading + 4
  }

  /// The label broken into lines of at most a third of the width, the remark after the name.
  func lines(of label: Label, in frame: Frame) -> [Words] {
    let width = max(60, min(230, frame.canvas.width * 0.36)) - Self.gap
    let names = Self.style.lines(of: label.text, within: width)
    guard !label.remark.isEmpty else { return names.map { Words(name: $0, remark: "") } }
    let last = Words(name: names.last ?? "", remark: label.remark)
    let before = names.dropLast().map { Words(name: $0, remark: "") }
    guard last.width > width, !names.isEmpty else { return before + [last] }
    return names.map { Words(name: $0, remark: "") } + [Words(name: "", remark: label.remark)]
  }

  private func words(
    _ lines: [Words], hue: Hue, middle: Double, in frame: Frame
  ) -> [SVG] {
    let first = middle - Double(lines.count - 1) / 2 * Self.leading + Self.style.middle
    return lines.enumerated().map { index, words in
      let name: [SVG.Content] = words.name.isEmpty ? [] : [.text(words.name)]
      let space: [SVG.Content] = words.name.isEmpty || words.remark.isEmpty ? [] : [.text(" ")]
      let remark: [SVG.Content] =
        words.remark.isEmpty
        ? [] : [.element(SVG("tspan", ["class": "c-remark"], text: words.remark))]
      return Self.style.draw(
        name + space + remark,
        at: Position(x: frame.box.right + Self.gap, y: first + Double(index) * Self.leading),
        classes: "t-\(hue.rawValue)")
    }
  }

  /// A thin line from the end of a line to its name, where the name had to move or stands far off.
  private func leader(from end: Position, to middle: Double, hue: Hue, in frame: Frame) -> SVG? {
    let (start, stop) = (frame.box.right + 5, frame.box.right + Self.gap - 4)
    guard abs(middle - end.y) > 3 || end.x < frame.box.right - 12 else { return nil }
    var path = Path()
    path.move(to: Position(x: end.x + 5, y: end.y))
    if end.x + 5 < start { path.line(to: Position(x: start, y: end.y)) }
    path.line(to: Position(x: stop, y: middle))
    return SVG("path", ["class": "c-leader s-\(hue.rawValue)", "d": .text(path.data)])
  }
}
