public import Panels

/// What each power has of the whole of a set, in one year.
///
/// **Units.** Fractions that sum to 1.
/// **Shape.** `shares[i]` is that of `powers[i]`, largest first.
public struct PowerShares: Equatable, Sendable {
  public let powers: [Power]
  public let shares: [Double]

  /// Divides levels by their sum.
  ///
  /// - Precondition: A level a power, none negative, and at least two of them.
  public init(_ powers: [Power], levels: [Double]) {
    precondition(powers.count == levels.count && powers.count > 1, "a level a power, two or more")
    let order = powers.indices.sorted { (levels[$0], powers[$1]) > (levels[$1], powers[$0]) }
    let whole = levels.reduce(0, +)
    self.powers = order.map { powers[$0] }
    shares = order.map { levels[$0] / whole }
  }

  public var leader: Power { powers[0] }
  public var second: Power { powers[1] }

  /// The second over the leader, at most 1.
  public var secondRatio: Double { shares[1] / shares[0] }

  public subscript(power: Power) -> Double? {
    powers.firstIndex(of: power).map { shares[$0] }
  }
}
