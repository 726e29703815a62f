import LinearAlgebra
import Probability

/// What past forecasts say of the members' weights: sums over pairs that have resolved.
///
/// The Brier score of a weighted mean of probabilities is quadratic in the weights, so that the
/// sums of products say all that there is to learn from.
struct StackScores: Sendable {
  /// How strongly weights are drawn to the prior, over the number of origins resolved.
  static let strength = 0.5

  /// The forecasts of one origin and horizon.
  private struct Part {
    var pairs = 0.0
    /// Sums of products of two members' probabilities, by columns.
    var products = [Double](repeating: 0, count: Part.size * Part.size)
    /// Sums of members' probabilities of what came.
    var hits = [Double](repeating: 0, count: Part.size)

    private static let size = StackWeights.names.count

    mutating func add(_ probabilities: [Double], occurred: Bool) {
      pairs += 1
      for (column, one) in probabilities.enumerated() {
        for (row, other) in probabilities.enumerated() {
          products[row + column * probabilities.count] += one * other
        }
        if occurred { hits[column] += one }
      }
    }

    mutating func add(_ other: Part) {
      pairs += other.pairs
      for index in products.indices { products[index] += other.products[index] }
      for index in hits.indices { hits[index] += other.hits[index] }
    }
  }

  private struct Key: Hashable {
    let origin: Int
    let horizon: Int
  }

  private var parts: [Key: Part] = [:]

  /// Adds the forecasts of one pair by all members, in the order of `StackWeights.names`.
  mutating func add(
    _ probabilities: [Double], occurred: Bool, origin: Int, horizon: Int
  ) {
    parts[Key(origin: origin, horizon: horizon), default: Part()]
      .add(probabilities, occurred: occurred)
  }

  /// The weights that would have scored best on what had resolved by an origin, drawn to the prior.
  ///
  /// - Parameters:
  ///   - origin: What resolved later is not looked at.
  ///   - prior: What the weights are where nothing has resolved.
  ///   - levels: The weights of the levels, which are learned elsewhere.
  /// - Returns: The weights of the events beside those of the levels.
  func weights(at origin: Int, prior: StackWeights, levels: [Double]? = nil) -> StackWeights {
    let levels = levels ?? prior.levels
    let resolved = parts.keys.filter { $0.origin + $0.horizon <= origin }
      .sorted { ($0.origin, $0.horizon) < ($1.origin, $1.horizon) }
    guard !resolved.isEmpty else { return StackWeights(prior.values, levels: levels) }
    var sum = Part()
    for key in resolved { parts[key].map { sum.add($0) } }
    let ridge = Self.strength / Double(Set(resolved.map(\.origin)).count)
    let prior = prior.values
    let count = prior.count
    let form = Matrix(rows: count, columns: count) { row, column in
      sum.products[row + column * count] / sum.pairs + (row == column ? ridge : 0)
    }
    let line = zip(sum.hits, prior).map { $0 / sum.pairs + ridge * $1 }
    // Products of probabilities and a ridge are positive definite.
    let values = (try? SimplexQuadratic(form, line))?.weights ?? prior
    return StackWeights(values, levels: levels)
  }
}
