/// The names of values along one edge of the plot, and the unit they are in.
public struct Axis: Mark {
  public enum Edge: Equatable, Sendable {
    case bottom, left
  }

  public let edge: Edge
  /// What the numbers are; empty where the chart says it elsewhere.
  public let unit: String

  public init(_ edge: Edge, unit: String = "") {
    self.edge = edge
    self.unit = unit
  }

  public var extent: Extent { .none }

  public func room(in frame: Frame) -> Room {
    switch edge {
    case .bottom: bottomRoom(in: frame)
    case .left: leftRoom(in: frame)
    }
  }

  public func draw(in frame: Frame) -> SVG {
    switch edge {
    case .bottom: .group([line(in: frame)] + bottomLabels(in: frame) + bottomUnit(in: frame))
    case .left: .group(leftLabels(in: frame) + leftUnit(in: frame))
    }
  }
}
