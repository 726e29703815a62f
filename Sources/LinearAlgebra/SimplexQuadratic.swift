/// The weights on the unit simplex that make a quadratic form least.
///
///     min wᵀ A w − 2 bᵀ w,   wᵢ ≥ 0,   Σ wᵢ = 1
///
/// Every set of weights that may be positive is tried: on it the minimum is the solution of a
/// linear system, and the least of those without a negative weight is the answer, exactly.
///
/// **Shape.** *A* is *n × n*, symmetric and positive definite; *n* is at most 12.
public struct SimplexQuadratic: Sendable {
  /// One weight a column of *A*; their sum is 1.
  public let weights: [Double]

  /// - Throws: `notPositiveDefinite` where a part of *A* is not.
  /// - Precondition: 1 to 12 weights.
  public init(_ a: Matrix, _ b: [Double]) throws(LinearAlgebraError) {
    let count = b.count
    precondition(a.rows == count && a.columns == count, "a quadratic form is square")
    precondition((1...12).contains(count), "every set of weights is tried: at most twelve")
    var best: (value: Double, weights: [Double])?
    for set in 1..<1 << count {
      let members = (0..<count).filter { set >> $0 & 1 == 1 }
      guard let weights = try Self.minimum(of: a, b, over: members) else { continue }
      let value = zip(members, weights).reduce(0) { sum, one in
        let row = zip(members, weights).reduce(0) { $0 + a[one.0, $1.0] * $1.1 }
        return sum + one.1 * (row - 2 * b[one.0])
      }
      if value < best?.value ?? .infinity {
        var all = [Double](repeating: 0, count: count)
        for (member, weight) in zip(members, weights) { all[member] = weight }
        best = (value, all)
      }
    }
    // A single member with the weight 1 is always feasible.
    weights = best?.weights ?? []
  }

  /// The minimum with all weight on some members, or nothing if a weight were negative.
  private static func minimum(
    of a: Matrix, _ b: [Double], over members: [Int]
  ) throws(LinearAlgebraError) -> [Double]? {
    let part = Matrix(rows: members.count, columns: members.count) { a[members[$0], members[$1]] }
    let factor = try Cholesky(part)
    let free = factor.solve(members.map { b[$0] })
    let unit = factor.solve([Double](repeating: 1, count: members.count))
    let multiplier = (1 - free.reduce(0, +)) / unit.reduce(0, +)
    let weights = zip(free, unit).map { $0 + multiplier * $1 }
    return weights.contains { $0 < 0 } ? nil : weights
  }
}
