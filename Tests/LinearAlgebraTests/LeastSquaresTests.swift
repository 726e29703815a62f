import LinearAlgebra
import Testing

@Suite("Least squares")
struct LeastSquaresTests {
  /// Worked by hand: (0, 1), (1, 3), (2, 4), (3, 4) has the line 1.5 + x, residuals
  /// (-0.5, 0.5, 0.5, -0.5), s² = 1/2, (XᵀX)⁻¹ = [[14, -6], [-6, 4]] / 20 and R² = 5/6.
  let line = Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 3]])
  let heights = [1.0, 3, 4, 4]

  @Test func `fit a line worked by hand`() throws {
    let fit = try LeastSquares(design: line, response: heights)
    expectClose(fit.coefficients, [1.5, 1], within: 1e-15)
    expectClose(fit.residuals, [-0.5, 0.5, 0.5, -0.5], within: 1e-15)
    expectClose(fit.covariance.elements, [0.35, -0.15, -0.15, 0.1], within: 1e-14)
    expectClose(fit.standardErrors, [0.5916079783099616, 0.31622776601683794], within: 1e-14)
    #expect(fit.degreesOfFreedom == 2)
    #expect(abs(fit.residualVariance - 0.5) < 1e-14)
    #expect(abs(fit.rSquared - 5.0 / 6) < 1e-14)
  }

  /// By hand: through the origin the slope is 23/14, the squares left 42 - 23²/14 = 59/14, and
  /// R² is taken about zero, 1 - 59/14/42.
  @Test func `take squares about zero where no column is constant`() throws {
    let fit = try LeastSquares(design: Matrix(columns: [[0, 1, 2, 3]]), response: heights)
    expectClose(fit.coefficients, [23.0 / 14], within: 1e-15)
    #expect(abs(fit.residualSumOfSquares - 59.0 / 14) < 1e-14)
    #expect(abs(fit.rSquared - (1 - 59.0 / 14 / 42)) < 1e-14)
  }

  @Test func `agree with statsmodels`() throws {
    let problem = try ReferenceAnswers.load().regression
    let fit = try LeastSquares(
      design: Matrix(rows: problem.design), response: problem.response)
    expectSame(fit, problem.ordinary)
  }

  @Test(arguments: 1...6)
  func `leave residuals orthogonal to every column`(columns: Int) throws {
    let design = Matrix.scattered(15, columns)
    let response = Matrix.scattered(15, 1, seed: 5).elements
    let fit = try LeastSquares(design: design, response: response)
    for product in design.transposed * fit.residuals { #expect(abs(product) < 1e-14) }
    let fitted = design * fit.coefficients
    expectClose(zip(fitted, fit.residuals).map(+), response, within: 1e-14)
    let squares = fit.residuals.reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares / fit.residualSumOfSquares - 1) < 1e-13)
  }

  /// Units that are powers of two change nothing but the exponent of each coefficient.
  @Test func `follow the units of columns and response exactly`() throws {
    let design = Matrix.scattered(12, 3)
    let response = Matrix.scattered(12, 1, seed: 5).elements
    let fit = try LeastSquares(design: design, response: response)
    let units = [0x1p-40, 1, 0x1p30]
    let other = try LeastSquares(
      design: design * Matrix(diagonal: units), response: response.map { 0x1p20 * $0 })
    #expect(other.coefficients == zip(fit.coefficients, units).map { 0x1p20 * $0 / $1 })
    #expect(other.residuals == fit.residuals.map { 0x1p20 * $0 })
    #expect(abs(other.reciprocalCondition / fit.reciprocalCondition - 1) < 1e-12)
    let errors = zip(fit.standardErrors, units).map { 0x1p20 * $0 / $1 }
    for (have, want) in zip(other.standardErrors, errors) {
      #expect(abs(have / want - 1) < 1e-14)
    }
  }

  @Test func `ignore the order of observations and follow that of columns`() throws {
    let design = Matrix.scattered(9, 3)
    let response = Matrix.scattered(9, 1, seed: 5).elements
    let fit = try LeastSquares(design: design, response: response)
    let turned = Matrix(rows: 9, columns: 3) { i, j in design[8 - i, 2 - j] }
    let other = try LeastSquares(design: turned, response: response.reversed())
    expectClose(other.coefficients, fit.coefficients.reversed(), within: 1e-15)
    expectClose(other.standardErrors, fit.standardErrors.reversed(), within: 1e-13)
  }

  /// Adding a multiple of a column to the response adds it to that coefficient alone.
  @Test func `add to a coefficient what is added along its column`() throws {
    let design = Matrix.scattered(9, 3)
    let response = Matrix.scattered(9, 1, seed: 5).elements
    let fit = try LeastSquares(design: design, response: response)
    let raised = zip(response, design.column(1)).map { $0 + 7 * $1 }
    let other = try LeastSquares(design: design, response: raised)
    expectClose(
      other.coefficients, [fit.coefficients[0], fit.coefficients[1] + 7, fit.coefficients[2]],
      within: 1e-14)
    expectClose(other.standardErrors, fit.standardErrors, within: 1e-13)
  }

  /// By construction: 232 792 560 is the least common multiple of 1 to 20, so that the design
  /// and the response are exact integers and every coefficient is 1; the condition of order 10
  /// is about 1e13.
  @Test(arguments: 2...10)
  func `recover coefficients of an ill-conditioned exact system`(order: Int) throws {
    let multiple = 232_792_560.0
    let design = Matrix(rows: order + 2, columns: order) { i, j in multiple / Double(i + j + 1) }
    let response = (0..<order + 2).map { design.row($0).reduce(0, +) }
    let fit = try LeastSquares(design: design, response: response)
    expectClose(fit.coefficients, [Double](repeating: 1, count: order), within: 1e-15)
  }

  @Test(arguments: 1...6)
  func `pass through as many points as coefficients, without a variance`(count: Int) throws {
    let design = Matrix.scattered(count, count)
    let response = Matrix.scattered(count, 1, seed: 5).elements
    let fit = try LeastSquares(design: design, response: response)
    expectClose(fit.coefficients, try LU(design).solve(response), within: 1e-12)
    #expect(fit.degreesOfFreedom == 0)
    #expect(fit.residualVariance.isNaN)
  }

  @Test func `explain nothing of a response without variation`() throws {
    let fit = try LeastSquares(design: line, response: [0, 0, 0, 0])
    #expect(fit.coefficients == [0, 0])
    #expect(fit.residualVariance == 0)
    #expect(fit.rSquared.isNaN)
  }
}

/// Compares all that a fit says with what statsmodels says, within 1e-9.
func expectSame(
  _ fit: LeastSquares, _ want: ReferenceAnswers.Fit,
  at location: SourceLocation = #_sourceLocation
) {
  for (have, want) in zip(fit.coefficients, want.coefficients) {
    #expect(abs(have / want - 1) < 1e-9, sourceLocation: location)
  }
  for (have, want) in zip(fit.standardErrors, want.standardErrors) {
    #expect(abs(have / want - 1) < 1e-9, sourceLocation: location)
  }
  expectClose(
    fit.covariance.elements, Matrix(rows: want.covariance).elements, within: 1e-9, at: location)
  expectClose(fit.residuals, want.residuals, within: 1e-9, at: location)
  #expect(abs(fit.residualVariance / want.variance - 1) < 1e-9, sourceLocation: location)
  #expect(abs(fit.rSquared / want.rSquared - 1) < 1e-9, sourceLocation: location)
}
