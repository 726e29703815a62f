import LinearAlgebra
import Testing

@Suite("Weighted and generalised least squares")
struct WhitenedLeastSquaresTests {
  let design = Matrix(columns: [[1, 1, 1, 1, 1], [1, 2, 3, 5, 8]])
  let response = [2.0, 1, 4, 3, 7]

  @Test func `agree with statsmodels`() throws {
    let problem = try ReferenceAnswers.load().regression
    let design = Matrix(rows: problem.design)
    let weighted = try LeastSquares(
      design: design, response: problem.response, weights: problem.weights)
    expectSame(weighted, problem.weighted)
    let generalised = try LeastSquares(
      design: design, response: problem.response,
      errorCovariance: Matrix(rows: problem.omega))
    expectSame(generalised, problem.generalised)
  }

  /// An observation of weight 3 is three observations to the coefficients.
  @Test func `count an integer weight as repetitions`() throws {
    let weighted = try LeastSquares(
      design: design, response: response, weights: [1, 3, 1, 2, 1])
    let rows = [0, 1, 1, 1, 2, 3, 3, 4]
    let repeated = try LeastSquares(
      design: Matrix(rows: rows.map { design.row($0) }), response: rows.map { response[$0] })
    expectClose(weighted.coefficients, repeated.coefficients, within: 1e-14)
    expectClose(weighted.gramInverse.elements, repeated.gramInverse.elements, within: 1e-13)
    #expect(abs(weighted.residualSumOfSquares / repeated.residualSumOfSquares - 1) < 1e-13)
    #expect(abs(weighted.rSquared / repeated.rSquared - 1) < 1e-13)
    #expect(weighted.degreesOfFreedom == 3)
  }

  @Test func `ignore a common factor of the weights`() throws {
    let weights = [1.0, 3, 0.5, 2, 1]
    let one = try LeastSquares(design: design, response: response, weights: weights)
    let other = try LeastSquares(
      design: design, response: response, weights: weights.map { 10 * $0 })
    expectClose(other.coefficients, one.coefficients, within: 1e-14)
    expectClose(other.standardErrors, one.standardErrors, within: 1e-13)
    #expect(abs(other.rSquared / one.rSquared - 1) < 1e-13)
  }

  @Test func `are ordinary with equal weights and with the identity`() throws {
    let ordinary = try LeastSquares(design: design, response: response)
    let equal = try LeastSquares(
      design: design, response: response, weights: [1, 1, 1, 1, 1])
    let identity = try LeastSquares(
      design: design, response: response, errorCovariance: .identity(5))
    for fit in [equal, identity] {
      expectClose(fit.coefficients, ordinary.coefficients, within: 1e-15)
      expectClose(fit.standardErrors, ordinary.standardErrors, within: 1e-14)
      #expect(abs(fit.rSquared / ordinary.rSquared - 1) < 1e-14)
    }
  }

  @Test func `agree where the covariance is diagonal`() throws {
    let variances = [1.0, 4, 0.25, 9, 2]
    let weighted = try LeastSquares(
      design: design, response: response, weights: variances.map { 1 / $0 })
    let generalised = try LeastSquares(
      design: design, response: response, errorCovariance: Matrix(diagonal: variances))
    expectClose(generalised.coefficients, weighted.coefficients, within: 1e-14)
    expectClose(generalised.standardErrors, weighted.standardErrors, within: 1e-13)
    expectClose(generalised.residuals, weighted.residuals, within: 1e-14)
  }

  /// The definition, by factors of Cholesky alone: β = (Xᵀ Ω⁻¹ X)⁻¹ Xᵀ Ω⁻¹ y.
  @Test func `satisfy the generalised normal equations`() throws {
    let omega = Matrix(rows: 5, columns: 5) { i, j in 1 / (1 + abs(Double(i - j))) }
    let inverse = try Cholesky(omega).inverse
    let fit = try LeastSquares(design: design, response: response, errorCovariance: omega)
    let normal = try Cholesky(design.transposed * inverse * design)
    expectClose(
      fit.coefficients, normal.solve(design.transposed * inverse * response), within: 1e-12)
    expectClose(fit.gramInverse.elements, normal.inverse.elements, within: 1e-12)
  }
}
