public import Panels
import RealModule

/// The powers that a backtest looks at from one origin, and the pairs that may cross.
public struct Universe: Sendable {
  public struct Pair: Hashable, Sendable {
    /// Indices in `powers`.
    public let challenger: Int
    public let incumbent: Int
    /// The logarithm of the incumbent's level over the challenger's, positive.
    public let gap: Double
  }

  public let origin: Int
  /// The largest first.
  public let powers: [Power]
  public let pairs: [Pair]

  init(_ record: MeasureRecord, origin: Int, top: Int, maxRatio: Double, minHistory: Int) {
    let history = origin - minHistory...origin
    let sized = record.powers.compactMap { power -> (Power, Double)? in
      guard record.isUnbroken(power, over: history), let size = record[power, origin] else {
        return nil
      }
      return (power, size)
    }
    let largest = sized.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(top)
    var pairs: [Pair] = []
    for (incumbent, leader) in largest.enumerated() {
      for (challenger, follower) in largest.enumerated()
      where follower.1 < leader.1 && leader.1 <= maxRatio * follower.1 {
        pairs.append(
          Pair(
            challenger: challenger, incumbent: incumbent, gap: .log(leader.1 / follower.1)))
      }
    }
    self.origin = origin
    powers = largest.map(\.0)
    self.pairs = pairs
  }
}
