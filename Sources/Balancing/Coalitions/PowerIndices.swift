/// How often each player of a game turns a losing coalition into a winning one.
///
/// **Shape.** An element a player.
/// **Source.** Shapley and Shubik, "A method for evaluating the distribution of power in a
/// committee system" (1954), doi:10.2307/1951053; Banzhaf (1965); counted by generating functions
/// after Mann and Shapley (1962): coefficients of *Π (1 + t xʷ)*.
public struct PowerIndices: Equatable, Sendable {
  /// The probability of being the one that wins it, if players join in random order; sums to 1.
  public let shapleyShubik: [Double]
  /// The probability of being decisive, if each of the others joins by the toss of a coin.
  public let banzhaf: [Double]

  /// Counts all coalitions.
  ///
  /// - Returns: Nothing where not even all players together win.
  public init?(_ game: WeightedGame) {
    guard game.weights.reduce(0, +) >= game.quota else { return nil }
    let count = game.weights.count
    let all = CoalitionCounts(game)
    let factors = Self.orderings(count)
    var shapley: [Double] = []
    var banzhaf: [Double] = []
    for weight in game.weights {
      let swings = all.swings(of: weight)
      shapley.append(zip(swings, factors).reduce(0) { $0 + Double($1.0) * $1.1 })
      let halves = (1..<count).reduce(1.0) { product, _ in product / 2 }
      banzhaf.append(Double(swings.reduce(0, +)) * halves)
    }
    shapleyShubik = shapley
    self.banzhaf = banzhaf
  }

  /// The share of orderings in which exactly *s* given players come before one of *n*.
  ///
  ///     s! (n − s − 1)! / n!
  private static func orderings(_ count: Int) -> [Double] {
    var factors: [Double] = []
    var binomial = 1.0
    for size in 0..<count {
      factors.append(1 / (Double(count) * binomial))
      binomial *= Double(count - 1 - size) / Double(size + 1)
    }
    return factors
  }
}

/// How many coalitions there are of each size and weight below the quota.
private struct CoalitionCounts {
  let quota: Int
  let players: Int
  /// `counts[size * quota + weight]`.
  private let counts: [Int]

  init(_ game: WeightedGame) {
    quota = game.quota
    players = game.weights.count
    var counts = [Int](repeating: 0, count: (players + 1) * game.quota)
    counts[0] = 1
    for (index, weight) in game.weights.enumerated() where weight < game.quota {
      for size in stride(from: index + 1, through: 1, by: -1) {
        for total in stride(from: game.quota - 1, through: weight, by: -1) {
          counts[size * game.quota + total] += counts[(size - 1) * game.quota + total - weight]
        }
      }
    }
    self.counts = counts
  }

  /// By size of the others: how many coalitions lose without a player and win with it.
  func swings(of weight: Int) -> [Int] {
    let without = excluding(weight)
    let first = max(0, quota - weight)
    return (0..<players).map { size in
      (first..<quota).reduce(0) { $0 + without[size * quota + $1] }
    }
  }

  /// The counts without one player, by division of the generating function.
  private func excluding(_ weight: Int) -> [Int] {
    guard weight < quota else { return counts }
    var without = counts
    for size in 1...players {
      for total in weight..<quota {
        without[size * quota + total] -= without[(size - 1) * quota + total - weight]
      }
    }
    return without
  }
}
