/// Nested intervals of a distribution that changes along the axis, and its median.
///
/// Each pair of levels as far from the ends, such as 0.1 and 0.9, bounds one ribbon; the ribbons
/// lie over one another, so that the likelier is the darker.
public struct Fan: Mark {
  /// The quantile of one level at every place.
  public struct Quantile: Equatable, Sendable {
    public let level: Double
    public let values: [Double]

    public init(_ level: Double, _ values: [Double]) {
      self.level = level
      self.values = values
    }
  }

  public let xs: [Double]
  public let quantiles: [Quantile]
  public let hue: Hue
  /// What direct labels and legends call it.
  public let label: String

  /// Collects the quantiles in any order.
  ///
  /// - Parameters:
  ///   - xs: The places, in order.
  ///   - quantiles: One value a place for each level.
  ///   - origin: The last known point, from which the fan opens.
  ///   - hue: The colour of ribbons and median.
  ///   - label: What direct labels call it.
  /// - Precondition: One value a place, and levels between 0 and 1.
  public init(
    xs: [Double], quantiles: [Quantile], origin: Charts.Point? = nil, hue: Hue = .blue,
    label: String = ""
  ) {
    precondition(
      quantiles.allSatisfy { $0.values.count == xs.count }, "a fan needs one value a place")
    precondition(
      quantiles.allSatisfy { 0 < $0.level && $0.level < 1 }, "levels lie between 0 and 1")
    self.xs = (origin.map { [$0.x] } ?? []) + xs
    self.quantiles = quantiles.sorted { $0.level < $1.level }.map { quantile in
      Quantile(quantile.level, (origin.map { [$0.y] } ?? []) + quantile.values)
    }
    self.hue = hue
    self.label = label
  }

  public var extent: Extent {
    layers.map(\.extent).reduce(median?.extent ?? .none) { $0.union($1) }
  }

  public func draw(in frame: Frame) -> SVG {
    .group((layers.map { $0.draw(in: frame) } + [median?.draw(in: frame)]).compactMap(\.self))
  }

  public func trace(in frame: Frame) -> [Position] {
    median?.trace(in: frame) ?? []
  }
}

extension Fan {
  /// The line of the middle level, if it is among the quantiles.
  public var median: Line? {
    quantiles.first { abs($0.level - 0.5) < 1e-9 }.map { middle in
      Line(
        zip(xs, middle.values).map { Charts.Point(x: $0, y: $1) }, hue: hue,
        stroke: Stroke(width: 2, dash: .dashed), label: label)
    }
  }

  /// The shares of outcomes inside the ribbons, from the widest to the narrowest.
  public var coverages: [Double] {
    pairs.map { $0.upper.level - $0.lower.level }
  }

  /// How solid each ribbon is by itself; they lie over one another.
  static let opacity = 0.17

  private var layers: [Ribbon] {
    pairs.map { pair in
      let points = xs.indices.map { index in
        Ribbon.Point(
          x: xs[index], lower: pair.lower.values[index], upper: pair.upper.values[index])
      }
      return Ribbon(points, hue: hue, opacity: Self.opacity)
    }
  }

  private var pairs: [(lower: Quantile, upper: Quantile)] {
    quantiles.filter { $0.level < 0.5 - 1e-9 }.compactMap { lower in
      quantiles.first { abs($0.level - (1 - lower.level)) < 1e-9 }.map { (lower, $0) }
    }
  }
}
