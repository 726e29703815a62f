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

  /// Counts one block, one bit a lane; lanes whose mirror is not counted stand alone.
  ///
  /// - Parameters:
  ///   - happened: Where it happened.
  ///   - used: How many of the lanes are counted.
  ///   - lanes: How many lanes there are.
  mutating func record(_ happened: UInt64, of used: Int, lanes: Int) {
    let half = BlockStream.lanes / 2
    guard lanes == BlockStream.lanes, used > half else { return }
    let (first, second) = (happened, happened >> UInt64(half))
    let paired = UInt64.max >> UInt64(64 - (used - half))
    pairs += used - half
    both += (first & second & paired).nonzeroBitCount
    once += ((first ^ second) & paired).nonzeroBitCount
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
