import LinearAlgebra
import Testing

@Suite("Minimum-norm least squares")
struct MinimumNormLeastSquaresTests {
  /// By hand: x + 2y = 5 has the shortest solution (1, 2); x₁ + x₂ + x₃ = 6 has (2, 2, 2).
  @Test func `match shortest solutions worked by hand`() throws {
    let plane = try MinimumNormLeastSquares(design: Matrix(rows: [[1, 2]]), response: [5])
    expectClose(plane.coefficients, [1, 2], within: 1e-14)
    #expect(plane.rank == 1)
    expectClose(plane.singularValues, [2.23606797749979], within: 1e-14)
    let space = try MinimumNormLeastSquares(
      design: Matrix(rows: [[1, 1, 1], [1, 1, 1]]), response: [5, 7])
    expectClose(space.coefficients, [2, 2, 2], within: 1e-14)
    expectClose(space.residuals, [-1, 1], within: 1e-13)
    #expect(abs(space.residualSumOfSquares - 2) < 1e-13)
  }

  @Test func `agree with NumPy on collinear columns and on wide designs`() throws {
    let answers = try ReferenceAnswers.load()
    for problem in [answers.collinear, answers.wide] {
      let fit = try MinimumNormLeastSquares(
        design: Matrix(rows: problem.design), response: problem.response)
      #expect(fit.rank == problem.rank)
      expectClose(fit.coefficients, problem.coefficients, within: 1e-9)
      expectClose(fit.singularValues, problem.singularValues, within: 1e-9)
    }
  }

  @Test func `are ordinary where the columns are independent`() throws {
    let design = Matrix.scattered(10, 4)
    let response = Matrix.scattered(10, 1, seed: 5).elements
    let ordinary = try LeastSquares(design: design, response: response)
    let shortest = try MinimumNormLeastSquares(design: design, response: response)
    #expect(shortest.coefficients == ordinary.coefficients)
    #expect(shortest.residuals == ordinary.residuals)
    #expect(shortest.rank == 4)
  }

  /// Of all that fit as well, the shortest is orthogonal to what does not matter to the fit.
  @Test(arguments: [1e-6, 1, 1e6])
  func `are orthogonal to the null space in the units given`(unit: Double) throws {
    let first = Matrix.scattered(9, 2)
    let third = (0..<9).map { unit * (2 * first[$0, 0] - first[$0, 1]) }
    let design = Matrix(columns: [first.column(0), first.column(1), third])
    let response = Matrix.scattered(9, 1, seed: 5).elements
    let fit = try MinimumNormLeastSquares(design: design, response: response)
    #expect(fit.rank == 2)
    let null = [2, -1, -1 / unit]
    let product = zip(fit.coefficients, null).map(*)
    let size = product.map(\.magnitude).max() ?? 0
    #expect(abs(product.reduce(0, +)) < 1e-9 * size)
    let pair = try LeastSquares(design: first, response: response)
    expectClose(fit.residuals, pair.residuals, within: 1e-12)
  }

  @Test func `keep the rank that a unit would hide`() throws {
    let design = Matrix(columns: [[1, 1, 1], [1e-20, 2e-20, 4e-20]])
    let fit = try MinimumNormLeastSquares(design: design, response: [1, 2, 4])
    #expect(fit.rank == 2)
    expectClose([fit.coefficients[1]], [1e20], within: 1e-13)
  }

  @Test func `drop what lies below the tolerance`() throws {
    let design = Matrix(columns: [[1, 0, 0], [1, 1e-4, 0]])
    let response = [2.0, 0, 0]
    let strict = try MinimumNormLeastSquares(design: design, response: response)
    expectClose(strict.coefficients, [2, 0], within: 1e-11)
    let loose = try MinimumNormLeastSquares(
      design: design, response: response, tolerance: 1e-3)
    #expect(loose.rank == 1)
    expectClose(loose.coefficients, [1, 1], within: 1e-3)
    #expect(loose.scaledSingularValues[1] < 1e-3 * loose.scaledSingularValues[0])
  }

  @Test func `are zero where the design is zero`() throws {
    let zeros = Matrix(rows: [[0, 0], [0, 0], [0, 0]])
    let fit = try MinimumNormLeastSquares(design: zeros, response: [1, 2, 3])
    #expect(fit.rank == 0)
    #expect(fit.coefficients == [0, 0])
    #expect(fit.residuals == [1, 2, 3])
  }

  @Test func `find the full rank of every NIST set, and its coefficients`() throws {
    for (name, digits) in [("Longley", 13.0), ("Wampler5", 13), ("Pontius", 12), ("Filip", 7)] {
      let set = try NISTSet(named: name)
      let fit = try MinimumNormLeastSquares(design: set.design, response: set.response)
      #expect(fit.rank == set.coefficients.count)
      #expect(agreeingDigits(fit.coefficients, set.coefficients) >= digits)
    }
  }

  @Test func `refuse what is not finite and trap on wrong shapes`() async {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
      try MinimumNormLeastSquares(design: Matrix(rows: [[1, .nan]]), response: [1])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try MinimumNormLeastSquares(design: Matrix(rows: [[1, 1]]), response: [.nan])
    }
    await #expect(processExitsWith: .failure) {
      _ = try MinimumNormLeastSquares(design: .identity(2), response: [1])
    }
    await #expect(processExitsWith: .failure) {
      _ = try MinimumNormLeastSquares(design: .identity(2), response: [1, 2], tolerance: -1)
    }
  }
}
