import CKernel
import Panels

extension PooledGrowth {
  /// Where some powers stand in their last years, as far as growth is expected from it.
  struct Stand: Sendable {
    /// The row of the leader, if it is among them.
    let leader: Int?
    /// How much growth owes to the gap to the leader and to slumps.
    let coefficients: GrowthCoefficients?
    /// The logarithm of each power's highest level over its last, where slumps are made good.
    let slumps: [Float]?
    /// What conditions add to the growth of the year after the last.
    let conditions: [Float]
    /// What is left of them after a year.
    let fading: Float

    init(_ rows: Runs, _ determinants: GrowthDeterminants) {
      leader = determinants.leader.flatMap { rows.powers.firstIndex(of: $0) }
      coefficients = determinants.leader == nil ? nil : determinants.coefficients
      slumps = determinants.leader.map { _ in
        rows.levels.map { run in Float((run.max() ?? 0) - run[run.count - 1]) }
      }
      fading = Float(determinants.conditions?.fading ?? 1)
      conditions = zip(rows.powers, rows.lastYears).map { power, last in
        Float(determinants.conditions?[power, last] ?? 0)
      }
    }

    /// Lends the kernel's model with the determinants added.
    ///
    /// - Parameters:
    ///   - model: The kernel's model without them.
    ///   - drawn: What the block takes for the coefficients.
    ///   - body: What is done with the model.
    func withKernel(
      _ model: inout primacy_growth, _ drawn: GrowthCoefficients?, _ body: (primacy_growth) -> Void
    ) {
      (slumps ?? []).withUnsafeBufferPointer { below in
        conditions.withUnsafeBufferPointer { conditions in
          model.leader = leader ?? -1
          if let drawn {
            model.pull = Float(drawn.pull)
            model.pull_of_square = Float(drawn.pullOfSquare)
            model.rebound = Float(drawn.rebound)
            model.persistence = Float(drawn.persistence)
          }
          model.least_gap = Float(GrowthDeterminants.gaps.lowerBound)
          model.most_gap = Float(GrowthDeterminants.gaps.upperBound)
          model.slumps = slumps == nil ? nil : below.baseAddress
          model.conditions = conditions.baseAddress
          model.fading = fading
          body(model)
        }
      }
    }
  }
}
