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
    let powers = Equilibration(columnsOf: design).exponents
    let power = Equilibration.exponent(of: response)
    let system = try AugmentedSystem(
      Matrix(rows: design.rows, columns: design.columns) { i, j in
        Equilibration.scale(design[i, j], by: -powers[j])
      })
    let solution = system.solve(
      f: response.map { Equilibration.scale($0, by: -power) },
      g: [Double](repeating: 0, count: design.columns))

    coefficients = zip(solution.x, powers).map { $0.scaled(by: power - $1) }
    let length = euclideanNorm(solution.r.map(\.rounded))
    residualSumOfSquares = Equilibration.scale(length * length, by: 2 * power)
    let inverse = system.gramInverse()
    gramInverse = Matrix(rows: design.columns, columns: design.columns) { i, j in
      Equilibration.scale(inverse[i, j], by: -powers[i] - powers[j])
    }
    reciprocalCondition = system.factors.reciprocalCondition
  }
}
