public import Panels

/// The coalitions that reach a threshold and would not without any one of their members.
///
/// **Source.** Riker, *The Theory of Political Coalitions* (1962).
public struct MinimalCoalitions: Sendable {
  /// One of them.
  public struct Coalition: Equatable, Sendable {
    /// Largest first.
    public let members: [Power]
    /// Over the threshold, at least 1.
    public let ratio: Double
  }

  /// How many there are.
  public let count: Int
  /// Fewest members first, then the smallest ratio; at most as many as asked for.
  public let coalitions: [Coalition]
  /// How many of them each player is in, in the order given.
  public let memberships: [Int]

  /// Finds all, and keeps the first.
  ///
  /// - Parameters:
  ///   - powers: The players, at most `WeightedGame.mostPlayers`.
  ///   - levels: Of each, in any unit.
  ///   - threshold: In the same unit.
  ///   - limit: How many to keep.
  /// - Throws: `tooManyPlayers`.
  public init(
    _ powers: [Power], levels: [Double], threshold: Double, keeping limit: Int
  ) throws(BalancingError) {
    guard powers.count <= WeightedGame.mostPlayers else {
      throw .tooManyPlayers(powers.count, most: WeightedGame.mostPlayers)
    }
    let order = powers.indices.sorted { (levels[$0], powers[$1]) > (levels[$1], powers[$0]) }
    var search = CoalitionSearch(levels: order.map { levels[$0] }, threshold: threshold)
    search.run()
    let kept = search.found.sorted {
      ($0.members.nonzeroBitCount, $0.sum, $0.members)
        < ($1.members.nonzeroBitCount, $1.sum, $1.members)
    }.prefix(limit)
    coalitions = kept.map { found in
      Coalition(
        members: order.indices.filter { found.members >> $0 & 1 == 1 }.map { powers[order[$0]] },
        ratio: found.sum / threshold)
    }
    count = search.found.count
    var memberships = [Int](repeating: 0, count: powers.count)
    for (place, player) in order.enumerated() {
      memberships[player] = search.found.count { $0.members >> place & 1 == 1 }
    }
    self.memberships = memberships
  }
}

/// A search in descending order of levels: a coalition is minimal when its last member is needed.
private struct CoalitionSearch {
  let levels: [Double]
  let threshold: Double
  /// The sum of a level and all after it.
  private let rest: [Double]
  private(set) var found: [(members: UInt32, sum: Double)] = []

  init(levels: [Double], threshold: Double) {
    self.levels = levels
    self.threshold = threshold
    var rest = [0.0]
    for level in levels.reversed() { rest.append(rest[rest.count - 1] + level) }
    self.rest = rest.reversed()
  }

  mutating func run() { extend(0, sum: 0, from: 0) }

  private mutating func extend(_ members: UInt32, sum: Double, from place: Int) {
    for next in place..<levels.count {
      guard sum + rest[next] >= threshold else { return }
      let larger = sum + levels[next]
      if larger >= threshold {
        found.append((members | 1 << next, larger))
      } else {
        extend(members | 1 << next, sum: larger, from: next + 1)
      }
    }
  }
}
