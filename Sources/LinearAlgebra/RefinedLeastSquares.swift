/// The minimum of *‖b − A x‖* with *x* to twice a double's digits, the columns scaled first.
///
/// **Shape.** *A* is *m × n* with independent columns.
struct RefinedLeastSquares: Sendable {
  let coefficients: [DoubleDouble]
  /// The inverse of *AᵀA*, *n × n*.
  let gramInverse: Matrix
  let residualSumOfSquares: Double
  /// That of the scaled columns.
  let reciprocalCondition: Double

  /// - Throws: `rankDeficient`, `notFinite`.
  init(design: Matrix, response: [Double]) throws(LinearAlgebraError) {
    let columns = ScaledColumns(design)
    let powers = columns.exponents
    let power = binaryExponent(of: response)
    let system = try AugmentedSystem(columns.scaled)
    let solution = system.solve(
      f: response.map { $0.scaled(by: -power) }, g: [Double](repeating: 0, count: powers.count))

    coefficients = zip(solution.x, powers).map { $0.scaled(by: power - $1) }
    let length = euclideanNorm(solution.r.map(\.rounded))
    residualSumOfSquares = (length * length).scaled(by: 2 * power)
    let inverse = system.gramInverse()
    gramInverse = Matrix(rows: powers.count, columns: powers.count) { i, j in
      inverse[i, j].scaled(by: -powers[i] - powers[j])
    }
    reciprocalCondition = system.factors.reciprocalCondition
  }
}
