import Forecasting
import Panels

/// Shares of the world year by year, the past and the mean of futures, and what is left of it.
struct ShareBands: Sendable {
  struct Band: Sendable {
    let power: Power
    /// The share in the last year known.
    let now: Double
    /// One share for each of the years.
    let shares: [Double]
  }

  /// Before this year hardly anything of the world is on record.
  private static let firstYear = 1820

  let measure: Measure
  /// The last year of the past.
  let lastKnown: Int
  /// The years in which the shares are known, in order.
  let years: [Int]
  /// From the largest downwards.
  let powers: [Band]

  init(_ trajectories: Trajectories) {
    measure = trajectories.measure
    lastKnown = trajectories.pastYears.upperBound
    let powers = trajectories.powers
    let isShare = trajectories.measure.isShareOfWorld
    // A state that is not counted has no part in an index of shares; elsewhere it is unknown.
    let known = trajectories.pastYears.enumerated().filter { step, year in
      guard year >= Self.firstYear else { return false }
      let count = powers.count { !$0.pastShares[step].isNaN }
      return count == powers.count || (isShare && count > 0)
    }
    years = known.map(\.element) + Array(trajectories.futureYears)
    self.powers = powers.map { power in
      let past = known.map { power.pastShares[$0.offset] }.map { $0.isNaN ? 0 : $0 }
      return Band(
        power: power.power, now: past.last ?? .nan, shares: past + power.meanShares)
    }
  }

  /// What the leading powers leave of the world.
  var rest: [Double] {
    years.indices.map { index in
      max(0, 1 - powers.reduce(0) { $0 + $1.shares[index] })
    }
  }
}
