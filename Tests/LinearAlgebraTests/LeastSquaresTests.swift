import LinearAlgebra
import Testing

@Suite("Least squares")
struct LeastSquaresTests {
  /// Worked by hand: (0, 1), (1, 3), (2, 4), (3, 4) has the line 1.5 + x, residuals
  /// (-0.5, 0.5, 0.5, -0.5), s² = 1/2, (XᵀX)⁻¹ = [[14, -6], [-6, 4]] / 20 and R² = 5/6.
  let line = Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 3]])
  let heights = [1.0, 3, 4, 4]

  @Test func `fits a line worked by hand`() throws {
    let fit = try LeastSquares(design: line, response: heights)
    expectClose(fit.coefficients, [1.5, 1], within: 1e-15)
    expectClose(fit.residuals, [-0.5, 0.5, 0.5, -0.5], within: 1e-15)
    expectClose(fit.covariance.elements, [0.35, -0.15, -0.15, 0.1], within: 1e-14)
    expectClose(fit.standardErrors, [0.5916079783099616, 0.31622776601683794], within: 1e-14)
    #expect(fit.degreesOfFreedom == 2)
    #expect(abs(fit.residualVariance - 0.5) < 1e-14)
    #expect(abs(fit.rSquared - 5.0 / 6) < 1e-14)
  }
}
