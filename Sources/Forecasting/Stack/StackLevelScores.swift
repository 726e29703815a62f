import LinearAlgebra
import RealModule

/// What past forecasts say of the members' weights in levels: sums over growth that has resolved.
///
/// The continuous ranked probability score of a mixture of samples is quadratic in the weights,
///
///     CRPS = Σᵢ wᵢ E|Xᵢ − y| − ½ Σᵢⱼ wᵢ wⱼ E|Xᵢ − Xⱼ|
///
/// so that mean distances say all that there is to learn from. A horizon's are divided by its mean
/// error, so that each counts alike.
///
/// **Source.** Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation"
/// (2007), doi:10.1198/016214506000001437, eq. 21.
struct StackLevelScores: Sendable {
  /// How strongly weights are drawn to the prior, over the number of origins resolved.
  ///
  /// Growth of a generation is like that of the next in few ways; chosen on origins to 1980.
  static let strength = 10.0

  /// The distances of one origin and horizon.
  private struct Part {
    /// Sums of distances between draws of two members, by columns.
    var between = [Double](repeating: 0, count: Part.size * Part.size)
    /// Sums of distances between a member's draws and what came.
    var errors = [Double](repeating: 0, count: Part.size)

    private static let size = StackWeights.members.count

    mutating func add(_ samples: [[Float]], observed: Double) {
      for (column, one) in samples.enumerated() {
        for row in 0...column {
          let distance = StackLevelScores.distance(samples[row], one)
          between[row + column * Self.size] += distance
          if row < column { between[column + row * Self.size] += distance }
        }
        errors[column] += one.reduce(0) { $0 + abs(Double($1) - observed) } / Double(one.count)
      }
    }

    mutating func add(_ other: Part, scale: Double = 1) {
      for index in between.indices { between[index] += scale * other.between[index] }
      for index in errors.indices { errors[index] += scale * other.errors[index] }
    }
  }

  private struct Key: Hashable {
    let origin: Int
    let horizon: Int
  }

  private var parts: [Key: Part] = [:]

  /// Adds all members' samples of one growth, sorted, in the order of `StackWeights.members`.
  mutating func add(_ samples: [[Float]], observed: Double, origin: Int, horizon: Int) {
    parts[Key(origin: origin, horizon: horizon), default: Part()].add(samples, observed: observed)
  }

  /// The weights that would have scored best on what had resolved by an origin, drawn to the prior.
  func weights(at origin: Int, prior: [Double]) -> [Double] {
    let resolved = parts.keys.filter { $0.origin + $0.horizon <= origin }
      .sorted { ($0.horizon, $0.origin) < ($1.horizon, $1.origin) }
    guard !resolved.isEmpty else { return prior }
    var horizons: [Int: Part] = [:]
    for key in resolved { parts[key].map { horizons[key.horizon, default: Part()].add($0) } }
    var sum = Part()
    for (_, part) in horizons.sorted(by: { $0.key < $1.key }) where part.errors[0] > 0 {
      sum.add(part, scale: 1 / (part.errors[0] * Double(horizons.count)))
    }
    let ridge = Self.strength / Double(Set(resolved.map(\.origin)).count)
    // A constant added to all elements does not move weights whose sum is one.
    let lift = sum.between.max() ?? 0
    let form = Matrix(rows: prior.count, columns: prior.count) { row, column in
      lift - sum.between[row + column * prior.count] / 2 + (row == column ? ridge : 0)
    }
    let line = zip(sum.errors, prior).map { ridge * $1 - $0 / 2 }
    return (try? SimplexQuadratic(form, line))?.weights ?? prior
  }

  /// The mean distance between a draw of one sorted sample and a draw of another.
  ///
  ///     E|X − Y| = ∫ F(t) (1 − G(t)) + G(t) (1 − F(t)) dt
  static func distance(_ one: [Float], _ other: [Float]) -> Double {
    var (below, under, sum) = (0, 0, 0.0)
    var last = Double(min(one[0], other[0]))
    while below < one.count || under < other.count {
      let isFirst =
        under == other.count || (below < one.count && one[below] <= other[under])
      let next = Double(isFirst ? one[below] : other[under])
      let f = Double(below) / Double(one.count)
      let g = Double(under) / Double(other.count)
      sum += (next - last) * (f * (1 - g) + g * (1 - f))
      last = next
      if isFirst { below += 1 } else { under += 1 }
    }
    return sum
  }
}
