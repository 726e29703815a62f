/// What is known of a series before its figures are read: its name, and what it may be.
public struct SeriesRule: Hashable, Sendable {
  /// The numbers that a quantity can take.
  public enum Bounds: Hashable, Sendable {
    case positive
    case zeroOrMore
    /// From 0 up to this; a percentage, so that 3 is 3 %.
    case percent(upTo: Double)
    /// From 0 to less than 1, so that 0.03 is 3 %.
    case fraction
    /// A growth rate in percent: more than -100.
    case growth
    case any
  }

  public let name: String
  public let unit: String
  public let bounds: Bounds
  /// The edition, where it is not that of the whole table.
  public let edition: String?

  public init(_ name: String, unit: String, _ bounds: Bounds, edition: String? = nil) {
    self.name = name
    self.unit = unit
    self.bounds = bounds
    self.edition = edition
  }
}

extension SeriesRule.Bounds {
  @inline(__always)
  package func contain(_ value: Double) -> Bool {
    switch self {
    case .positive: value > 0
    case .zeroOrMore: value >= 0
    case .percent(let most): value >= 0 && value <= most
    case .fraction: value >= 0 && value < 1
    case .growth: value > -100
    case .any: true
    }
  }

  package var words: String {
    switch self {
    case .positive: "a positive number"
    case .zeroOrMore: "a number that is not negative"
    case .percent(let most): "a percentage from 0 to \(most)"
    case .fraction: "a fraction from 0 to less than 1 (0.03 is 3 %)"
    case .growth: "a growth rate above -100 %"
    case .any: "a number"
    }
  }
}
