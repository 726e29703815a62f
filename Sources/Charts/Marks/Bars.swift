/// A bar for each value, from zero to the value; on a logarithmic scale from the edge.
public struct Bars: Mark {
  public enum Direction: Equatable, Sendable {
    /// Upright: places along the horizontal axis.
    case vertical
    /// Lying: places along the vertical axis, where long names have room.
    case horizontal
  }

  /// A value at a place, such as the index of a category or a year.
  public struct Bar: Equatable, Sendable {
    public let place: Double
    public let value: Double
    public let hue: Hue
    /// Words at the end of the bar, such as its value.
    public let text: String

    public init(at place: Double, value: Double, hue: Hue = .blue, text: String = "") {
      self.place = place
      self.value = value
      self.hue = hue
      self.text = text
    }
  }

  public let bars: [Bar]
  public let direction: Direction

  public init(_ bars: [Bar], direction: Direction = .vertical) {
    self.bars = bars
    self.direction = direction
  }

  public var extent: Extent {
    let known = bars.filter { $0.place.isFinite && $0.value.isFinite }
    let places = Span(known.map(\.place))
    let values = known.isEmpty ? nil : Span(known.map(\.value) + [0])
    return switch direction {
    case .vertical: Extent(x: places, y: values)
    case .horizontal: Extent(x: values, y: places)
    }
  }

  public func room(in frame: Frame) -> Room {
    let words = bars.map { TextStyle.note.width(of: $0.text) }.max() ?? 0
    guard words > 0 else { return .none }
    return switch direction {
    case .vertical: Room(top: TextStyle.note.leading + 8)
    case .horizontal: Room(right: words + 8)
    }
  }

  public func draw(in frame: Frame) -> SVG {
    let boxes = bars.map { box(of: $0, in: frame) }
    let rectangles = zip(bars, boxes).compactMap { bar, box in
      box.map { $0.element("f-\(bar.hue.rawValue)") }
    }
    let words = zip(bars, boxes).compactMap { bar, box in
      box.flatMap { self.words(of: bar, beside: $0, in: frame) }
    }
    return .group([frame.clipped(rectangles)].filter { !$0.content.isEmpty } + words)
  }
}

extension Bars {
  /// The rectangle of a bar, if both its place and its value have one.
  private func box(of bar: Bar, in frame: Frame) -> Box? {
    let half = thickness(in: frame) / 2
    switch direction {
    case .vertical:
      guard let top = frame.position(x: bar.place, y: bar.value) else { return nil }
      let zero = frame.place(y: 0).map { min($0, frame.box.bottom) } ?? frame.box.bottom
      return Box(
        left: top.x - half, top: min(top.y, zero), right: top.x + half, bottom: max(top.y, zero))
    case .horizontal:
      guard let end = frame.position(x: bar.value, y: bar.place) else { return nil }
      let zero = frame.place(x: 0).map { max($0, frame.box.left) } ?? frame.box.left
      return Box(
        left: min(end.x, zero), top: end.y - half, right: max(end.x, zero), bottom: end.y + half)
    }
  }

  /// Most of a band, or of the distance between neighbours.
  private func thickness(in frame: Frame) -> Double {
    let scale: any Scale = direction == .vertical ? frame.x : frame.y
    if let bands = scale as? BandScale { return min(bands.bandwidth * 0.72, 64) }
    let places = bars.map { scale($0.place) }.filter(\.isFinite).sorted()
    let distances = zip(places.dropFirst(), places).map { $0 - $1 }.filter { $0 > 0 }
    return max(1, min((distances.min() ?? 24) * 0.8, 64))
  }

  /// Above an upright bar, or below where it hangs; at an end of a lying one.
  private func words(of bar: Bar, beside box: Box, in frame: Frame) -> SVG? {
    guard !bar.text.isEmpty else { return nil }
    let style = TextStyle.note
    switch direction {
    case .vertical:
      let baseline = bar.value < 0 ? box.bottom + style.size + 2 : box.top - 4
      let position = Position(x: box.center.x, y: baseline)
      return style.draw(bar.text, at: position, anchor: .middle, classes: "t-ink")
    case .horizontal:
      // Beyond a bar to the left where there is room, else beside its beginning.
      let isBack = bar.value < 0 && box.left - 5 - style.width(of: bar.text) >= frame.box.left
      let position = Position(
        x: isBack ? box.left - 5 : box.right + 5, y: box.center.y + style.middle)
      return style.draw(
        bar.text, at: position, anchor: isBack ? .end : .start, classes: "t-ink")
    }
  }
}
