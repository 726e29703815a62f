/// A shaded interval across the whole plot, such as a zone of parity or a period.
public struct Band: Mark {
  public enum Interval: Equatable, Sendable {
    /// A vertical stripe.
    case x(ClosedRange<Double>)
    /// A horizontal stripe.
    case y(ClosedRange<Double>)
  }

  public let interval: Interval
  public let label: String
  public let hue: Hue
  /// From 0, unseen, to 1, solid.
  public let opacity: Double

  public init(
    _ interval: Interval, label: String = "", hue: Hue = .muted, opacity: Double = 0.16
  ) {
    self.interval = interval
    self.label = label
    self.hue = hue
    self.opacity = opacity
  }

  public var extent: Extent {
    switch interval {
    case .x(let range): Extent(x: Span([range.lowerBound, range.upperBound]), y: nil)
    case .y(let range): Extent(x: nil, y: Span([range.lowerBound, range.upperBound]))
    }
  }

  public func draw(in frame: Frame) -> SVG {
    guard let box = box(in: frame) else { return .group([]) }
    return .group([box.element("f-\(hue.rawValue)", opacity: opacity)])
  }

  /// Inside the stripe, in one of its corners.
  public func notes(in frame: Frame) -> [Note] {
    guard !label.isEmpty, let box = box(in: frame) else { return [] }
    let (left, right) = (box.left + 4, box.right - 4)
    return [
      Note(
        label, hue: .muted,
        anchors: [
          .init(x: left, y: box.top + 2, .start, .below),
          .init(x: right, y: box.top + 2, .end, .below),
          .init(x: left, y: box.bottom - 2, .start, .above),
          .init(x: right, y: box.bottom - 2, .end, .above),
          .init(x: box.center.x, y: box.top + 2, .middle, .below),
          .init(x: box.center.x, y: box.bottom - 2, .middle, .above),
        ])
    ]
  }

  /// The stripe, cut off at the edges of the plot.
  private func box(in frame: Frame) -> Box? {
    let plot = frame.box
    switch interval {
    case .x(let range):
      guard let edges = Self.overlap(range, frame.x.domain) else { return nil }
      return Box(
        left: frame.x(edges.lowerBound), top: plot.top, right: frame.x(edges.upperBound),
        bottom: plot.bottom)
    case .y(let range):
      guard let edges = Self.overlap(range, frame.y.domain) else { return nil }
      return Box(
        left: plot.left, top: frame.y(edges.upperBound), right: plot.right,
        bottom: frame.y(edges.lowerBound))
    }
  }

  private static func overlap(
    _ a: ClosedRange<Double>, _ b: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    a.overlaps(b) ? a.clamped(to: b) : nil
  }
}
