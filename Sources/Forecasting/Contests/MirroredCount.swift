import Probability

/// How often an event happens in one or in both futures of an antithetic pair.
///
/// The two are not independent: their correlation, here counted, tells how exact a mean is.
public struct MirroredCount: Equatable, Sendable {
  /// How many pairs there are.
  public private(set) var pairs = 0
  /// In how many it happens in one of the two.
  public private(set) var once = 0
  /// In how many it happens in both.
  public private(set) var both = 0

  public init() {}

  /// Counts one block, one truth a lane; lanes whose mirror is not counted stand alone.
  mutating func record(_ happened: [Bool], lanes: Int) {
    let half = BlockStream.lanes / 2
    guard lanes == BlockStream.lanes, happened.count > half else { return }
    for (first, second) in zip(happened, happened[half...]) {
      pairs += 1
      if first && second { both += 1 } else if first || second { once += 1 }
    }
  }

  mutating func merge(_ other: MirroredCount) {
    pairs += other.pairs
    once += other.once
    both += other.both
  }

  /// The sum of squared deviations of the pairs' sums from their mean.
  var squares: Double {
    guard pairs > 0 else { return 0 }
    let sum = Double(once + 2 * both)
    return Double(once + 4 * both) - sum * sum / Double(pairs)
  }
}
