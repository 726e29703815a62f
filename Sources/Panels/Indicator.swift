/// A series of one quantity, modelled; measures of power are computed from indicators.
public struct Indicator: Hashable, Sendable {
  /// The scale on which an indicator moves without bounds.
  public enum Scale: Hashable, Sendable {
    /// Positive quantities.
    case logarithmic
    /// Shares between 0 and 1.
    case logit
  }

  /// What an indicator does in the long run.
  public enum Tendency: Hashable, Sendable {
    /// Its growth wanders around a common rate.
    case grows
    /// Its level wanders around a level of its own.
    case reverts
  }

  public let name: String
  public let unit: String
  public let scale: Scale
  public let tendency: Tendency

  public init(
    _ name: String, unit: String, scale: Scale = .logarithmic, tendency: Tendency = .grows
  ) {
    self.name = name
    self.unit = unit
    self.scale = scale
    self.tendency = tendency
  }
}

extension Indicator: CustomStringConvertible {
  public var description: String { name }
}
