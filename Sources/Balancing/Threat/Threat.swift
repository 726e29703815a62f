public import Panels

/// What one state has to fear from another, part by part.
///
/// A part is missing where a source does not cover the year or one of the two; it is never zero
/// for that reason.
public struct Threat: Equatable, Sendable {
  /// From whom.
  public let power: Power
  /// Its share of the power of all states.
  public let share: Double
  /// Between the capitals, in kilometres.
  public let distance: Double?
  /// 1 a land border, 2 to 5 water of at most 12, 24, 150 and 400 miles, 0 none.
  public let contiguity: Int?
  /// What remains of its power at the distance: 1 across a land border.
  public let proximity: Double?
  /// Its share of the military spending of all states.
  public let spendingShare: Double?
  /// The change of the logarithm of that share over five years.
  public let spendingGrowth: Double?
  /// How many years in ten saw a militarised dispute with it begin.
  public let disputes: Double?
  /// How far apart the two stand in votes.
  public let idealDistance: Double?
  /// The product of the parts, each raised to its weight; nothing where a part is missing that
  /// other states have.
  public let level: Double?

  /// What its share of spending would be after five more years of the same growth.
  ///
  ///     O = s exp (Δ₅ ln s)
  public var offense: Double? {
    guard let spendingShare, let spendingGrowth else { return nil }
    return spendingShare * Threat.exponential(spendingGrowth)
  }
}
