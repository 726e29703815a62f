/// The meaning of signs, in rows: for what cannot be named where it is drawn.
public struct Legend: Mark {
  /// A sign and what it means.
  public struct Entry: Equatable, Sendable {
    public let sign: Sign
    public let text: String

    public init(_ sign: Sign, _ text: String) {
      self.sign = sign
      self.text = text
    }
  }

  public enum Sign: Equatable, Sendable {
    case line(Hue, Stroke = .solid)
    case dot(Hue)
    /// A filled square; where several of an opacity lie over one another, their count.
    case area(Hue, opacity: Double, layers: Int = 1)
  }

  public let entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  public var extent: Extent { .none }

  public func room(in frame: Frame) -> Room {
    entries.isEmpty ? .none : Room(top: height(within: frame.canvas.width) + 26)
  }

  /// At the top of the canvas, above the unit of the axis.
  public func draw(in frame: Frame) -> SVG {
    draw(at: Position(x: frame.canvas.left, y: frame.canvas.top), within: frame.canvas.width)
  }
}

extension Legend {
  private static let style = TextStyle.key
  private static let signWidth = 20.0
  private static let signGap = 6.0
  private static let gap = 18.0
  private static let leading = 19.0

  func height(within width: Double) -> Double {
    rows(within: width).reduce(0) { $0 + Double($1.map(\.lines.count).max() ?? 0) } * Self.leading
  }

  func draw(at corner: Position, within width: Double) -> SVG {
    var top = corner.y
    var parts: [SVG] = []
    for row in rows(within: width) {
      for cell in row {
        let middle = top + Self.leading / 2
        let left = corner.x + cell.left
        parts += cell.entry.sign.draw(at: Position(x: left, y: middle), width: Self.signWidth)
        for (index, line) in cell.lines.enumerated() {
          let baseline = middle + Self.style.middle + Double(index) * Self.leading
          let start = Position(x: left + Self.signWidth + Self.signGap, y: baseline)
          parts.append(Self.style.draw(line, at: start))
        }
      }
      top += Double(row.map(\.lines.count).max() ?? 0) * Self.leading
    }
    return .group(parts)
  }

  private typealias Cell = (left: Double, entry: Entry, lines: [String])

  private func rows(within width: Double) -> [[Cell]] {
    var rows: [[Cell]] = [[]]
    var left = 0.0
    for entry in entries {
      let lines = Self.style.lines(
        of: entry.text, within: max(width - Self.signWidth - Self.signGap, 40))
      let text = lines.map(Self.style.width).max() ?? 0
      let cell = Self.signWidth + Self.signGap + text
      if left > 0, left + cell > width {
        rows.append([])
        left = 0
      }
      rows[rows.count - 1].append((left, entry, lines))
      left += cell + Self.gap
    }
    return rows.filter { !$0.isEmpty }
  }
}

extension Legend.Sign {
  /// The sign, its left edge and middle at a position.
  func draw(at position: Position, width: Double) -> [SVG] {
    let end = Position(x: position.x + width, y: position.y)
    switch self {
    case .line(let hue, let stroke):
      return [stroke.element(Path(lines: [[position, end]]), hue: hue)]
    case .dot(let hue):
      let center = Position(x: position.x + width / 2, y: position.y)
      return [Dots.circle(at: center, radius: 4, hue: hue)]
    case .area(let hue, let opacity, let layers):
      let box = Box(
        left: position.x, top: position.y - 5.5, right: end.x, bottom: position.y + 5.5)
      return (0..<max(layers, 1)).map { _ in box.element("f-\(hue.rawValue)", opacity: opacity) }
    }
  }
}

extension Legend.Entry {
  /// The signs of a fan: its median, and its ribbons from the darkest to the lightest.
  ///
  /// - Parameters:
  ///   - fan: The fan whose signs are explained.
  ///   - median: What the line in the middle is called.
  ///   - share: Words for the ribbon that holds a share of all outcomes, such as 0.9.
  /// - Returns: An entry for the line, then one a ribbon.
  public static func fan(
    _ fan: Fan, median: String = "median", share: (Double) -> String
  ) -> [Legend.Entry] {
    let line = fan.median.map { Legend.Entry(.line($0.hue, $0.stroke), median) }
    let ribbons = fan.coverages.enumerated().reversed().map { index, coverage in
      Legend.Entry(
        .area(fan.hue, opacity: Fan.opacity, layers: index + 1), share(coverage))
    }
    return [line].compactMap(\.self) + ribbons
  }
}
