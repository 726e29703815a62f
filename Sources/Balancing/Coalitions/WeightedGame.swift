/// A game that a coalition wins whose weights add up to a quota.
///
/// Weights are whole, so that coalitions can be counted exactly; levels are rounded to
/// `WeightedGame.units` parts of their sum.
public struct WeightedGame: Equatable, Sendable {
  /// Into how many parts the sum of levels is divided.
  public static let units = 100_000
  /// So many players at most are counted exactly.
  public static let mostPlayers = 25

  public let weights: [Int]
  public let quota: Int

  /// - Precondition: Whole weights that are not negative, and a positive quota.
  public init(weights: [Int], quota: Int) {
    precondition(weights.allSatisfy { $0 >= 0 } && quota > 0, "weights add up to a quota")
    self.weights = weights
    self.quota = quota
  }

  /// Rounds levels.
  ///
  /// - Parameters:
  ///   - levels: Of the players, in any unit.
  ///   - threshold: What a coalition must reach, in the same unit.
  /// - Throws: `tooManyPlayers`.
  public init(levels: [Double], threshold: Double) throws(BalancingError) {
    guard levels.count <= Self.mostPlayers else {
      throw .tooManyPlayers(levels.count, most: Self.mostPlayers)
    }
    let unit = levels.reduce(0, +) / Double(Self.units)
    self.init(
      weights: levels.map { Int(($0 / unit).rounded()) },
      quota: max(1, Int((threshold / unit).rounded(.up))))
  }
}
