import Probability

/// How much growth owes to where a power stands, and how long what is left of it lasts.
///
/// No record settles these numbers: each block of futures takes others (``drawn(from:channel:)``).
/// They are round numbers chosen on origins to 1980; Note 1.
struct GrowthCoefficients: Equatable, Sendable {
  /// *b* and *b₂*, the pull of the leader.
  var pull = 0.02
  var pullOfSquare = -0.003
  /// *κ*, the part of a slump that is made good in a year.
  var rebound = 0.04
  /// *ρ*, how much of a deviation lasts a year.
  var persistence = 0.95

  /// The standard deviations of what blocks take: of the pull and of the rebound relative to
  /// themselves, of the persistence as it is.
  static let deviations = (pull: 0.15, rebound: 0.25, persistence: 0.02)
  /// The most that lasts a year: a deviation that never died out would go anywhere.
  static let longest = 0.995

  /// What a gap to the leader and a slump add to a year's growth.
  func expected(gap: Double, slump: Double) -> Double {
    let gap = min(max(gap, GrowthDeterminants.gaps.lowerBound), GrowthDeterminants.gaps.upperBound)
    return (pull + pullOfSquare * gap) * gap + rebound * slump
  }

  /// What one block of futures takes for them.
  ///
  /// - Parameters:
  ///   - stream: The block's deviates.
  ///   - channel: What the deviates are for; the same must not serve futures.
  /// - Returns: Coefficients normal about these; the pull keeps its shape.
  func drawn(from stream: BlockStream, channel: Int) -> Self {
    let deviates = withUnsafeTemporaryAllocation(of: Double.self, capacity: 16) { sixteen in
      stream.fillIndependent(sixteen, channel: channel)
      return (sixteen[0], sixteen[1], sixteen[2])
    }
    let (ahead, back, lasting) = deviates
    return Self(
      pull: pull * (1 + Self.deviations.pull * ahead),
      pullOfSquare: pullOfSquare * (1 + Self.deviations.pull * ahead),
      rebound: rebound * (1 + Self.deviations.rebound * back),
      persistence: min(
        persistence + Self.deviations.persistence * lasting, Self.longest))
  }
}
