/// How much each part of a threat counts: the powers to which the parts are raised.
public struct ThreatWeights: Equatable, Sendable {
  /// The parts, by the names under which people weigh them.
  public enum Part: String, CaseIterable, Sendable {
    case power
    case proximity
    case offense
    case disputes
    case ideals
  }

  private var weights: [Part: Double]

  /// All parts 1, but power and offense a half each, because both grow with a state's size.
  public init() {
    weights = [.power: 0.5, .proximity: 1, .offense: 0.5, .disputes: 1, .ideals: 1]
  }

  /// - Precondition: A finite weight, not negative.
  public subscript(part: Part) -> Double {
    get { weights[part] ?? 0 }
    set {
      precondition(newValue.isFinite && newValue >= 0, "a weight is not negative")
      weights[part] = newValue
    }
  }

  /// Whether some part counts.
  public var hasAny: Bool { weights.values.contains { $0 > 0 } }
}
