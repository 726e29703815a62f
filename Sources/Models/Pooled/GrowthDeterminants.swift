public import Panels

/// What a country's growth is expected to be beside the common rate, from where it stands.
///
///     μᵢₜ = μ + b gᵢₜ + b₂ gᵢₜ² + κ sᵢₜ + cᵢₜ
///
/// *g* is the logarithm of the leader's level over the own one, *s* that of the own highest level
/// over the present one, both in the year before; *c* what conditions add (`GrowthConditions`).
/// Output per head grows faster the further a country is behind, and after a war or a slump until it
/// is back where it was; other quantities have conditions only.
///
/// **Sources.** Barro, "Economic growth in a cross section of countries" (1991), *Quarterly Journal
/// of Economics* 106, for convergence at two per cent a year among countries otherwise alike; Dumke,
/// "Reassessing the Wirtschaftswunder" (1990), *Oxford Bulletin of Economics and Statistics* 52, for
/// reconstruction; both unverified.
public struct GrowthDeterminants: Sendable {
  /// The gaps to the leader that pull; beyond them the pull is that of the nearest.
  static let gaps = -1.0...3.5

  /// The power whose lead pulls the others up; without one, no slump is made good either.
  let leader: Power?
  /// *b*, *b₂* and *κ*.
  let coefficients = GrowthCoefficients()
  /// What the state of a country adds, or nothing.
  let conditions: GrowthConditions?

  /// Those of output per head.
  ///
  /// - Parameters:
  ///   - leader: The power whose lead pulls the others up.
  ///   - data: What else was known at the origin, or nothing.
  public init(leader: Power, data: DataSet? = nil) {
    self.leader = leader
    conditions = data.map { .people($0) }
  }

  /// Those of a quantity that is paid out of output; nothing for one that output does not anchor.
  ///
  /// - Parameters:
  ///   - panel: The quantity.
  ///   - data: What else was known at the origin.
  init?(anchoring panel: Panel, _ data: DataSet) {
    guard let conditions = GrowthConditions.anchor(of: panel, data) else { return nil }
    leader = nil
    self.conditions = conditions
  }

  /// What is expected of every run's changes beside the common rate.
  ///
  /// - Parameter runs: Output per head; without the leader's nothing pulls.
  /// - Returns: One number a change, one run a power.
  func expected(of runs: Runs) -> [[Double]] {
    let ahead = leader.flatMap { runs.powers.firstIndex(of: $0) }
    return runs.levels.enumerated().map { row, levels in
      let begin = runs.lastYears[row] - levels.count + 1
      var highest = levels[0]
      return levels.dropLast().enumerated().map { step, level in
        highest = max(highest, level)
        let gap = ahead.flatMap { runs.level(ofRow: $0, in: begin + step) }.map { $0 - level } ?? 0
        return (leader == nil ? 0 : coefficients.expected(gap: gap, slump: highest - level))
          + (conditions?[runs.powers[row], begin + step] ?? 0)
      }
    }
  }
}
