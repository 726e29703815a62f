/// Two powers, in no order.
public struct PowerPair: Hashable, Comparable, Sendable {
  /// The one whose code comes first.
  public let first: Power
  public let second: Power

  /// - Precondition: Two different powers.
  public init(_ one: Power, _ other: Power) {
    precondition(one != other, "a pair has two powers")
    (first, second) = one < other ? (one, other) : (other, one)
  }

  /// The one that is not this one; nothing where this one is not of the pair.
  public func other(than power: Power) -> Power? {
    power == first ? second : power == second ? first : nil
  }

  public static func < (left: PowerPair, right: PowerPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
