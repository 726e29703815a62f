/// Layers of values over one another, from zero upwards, such as shares of a whole.
public struct Areas: Mark {
  /// One value a place.
  public struct Layer: Equatable, Sendable {
    public let values: [Double]
    public let hue: Hue
    public let label: String
    /// From 0, unseen, to 1, solid.
    public let opacity: Double

    public init(
      _ values: [Double], hue: Hue, label: String = "", opacity: Double = 0.85
    ) {
      self.values = values
      self.hue = hue
      self.label = label
      self.opacity = opacity
    }
  }

  public let xs: [Double]
  /// From the lowest upwards.
  public let layers: [Layer]

  /// - Precondition: One value a place in every layer.
  public init(xs: [Double], layers: [Layer]) {
    precondition(layers.allSatisfy { $0.values.count == xs.count }, "areas need one value a place")
    self.xs = xs
    self.layers = layers
  }

  public var extent: Extent {
    ribbons.reduce(.none) { $0.union($1.extent) }
  }

  public func draw(in frame: Frame) -> SVG {
    .group(
      zip(layers, ribbons).map { ($0.label, $1.draw(in: frame)) }
        .filter { !$1.content.isEmpty }.map { $1.titled($0) })
  }

  /// The names of the layers at the middles of their last values.
  public var labels: DirectLabels {
    DirectLabels(
      zip(layers, ribbons).compactMap { layer, ribbon in
        ribbon.points.last { $0.upper.isFinite }.map { last in
          .init(
            layer.label, at: Point(x: last.x, y: (last.lower + last.upper) / 2), hue: layer.hue)
        }
      })
  }

  /// Each layer on the sum of those below; a place where any is missing is a gap in all.
  private var ribbons: [Ribbon] {
    var floor = xs.indices.map { index in
      layers.allSatisfy { $0.values[index].isFinite } ? 0 : Double.nan
    }
    return layers.map { layer in
      let points = xs.indices.map { index in
        Ribbon.Point(x: xs[index], lower: floor[index], upper: floor[index] + layer.values[index])
      }
      floor = points.map(\.upper)
      return Ribbon(points, hue: layer.hue, opacity: layer.opacity)
    }
  }
}
