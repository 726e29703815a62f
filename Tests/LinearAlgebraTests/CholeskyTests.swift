import LinearAlgebra
import Testing

@Suite("Cholesky factor")
struct CholeskyTests {
  /// Worked by hand: [[4, 2], [2, 3]] = [[2, 0], [1, √2]] times its transpose.
  let a = Matrix(rows: 2, columns: 2, elements: [4, 2, 2, 3])

  @Test func `matches a factor worked by hand`() throws {
    #expect(try Cholesky(a).lower.elements == [2, 1, 0, 2.squareRoot()])
  }

  /// Worked by hand: [[4, 2], [2, 3]] (1, 2) = (8, 8); the inverse is [[3, -2], [-2, 4]] / 8.
  @Test func `solves and inverts a system worked by hand`() throws {
    let factor = try Cholesky(a)
    expectClose(factor.solve([8, 8]), [1, 2], within: 1e-14)
    expectClose(factor.inverse.elements, [0.375, -0.25, -0.25, 0.5], within: 1e-14)
    #expect(abs(factor.logDeterminant - 2.0794415416798357) < 1e-14)
  }

  @Test(arguments: 1...8)
  func `multiplies back to the matrix`(n: Int) throws {
    let a = hilbertPlusIdentity(n)
    let l = try Cholesky(a).lower
    expectClose((l * l.transposed).elements, a.elements, within: 1e-14)
  }

  @Test(arguments: 1...8)
  func `solves for several right sides at once`(n: Int) throws {
    let a = hilbertPlusIdentity(n)
    let x = Matrix(rows: n, columns: 3) { i, j in Double(i - j) }
    expectClose(try Cholesky(a).solve(a * x).elements, x.elements, within: 1e-12)
  }

  @Test func `reads the lower triangle alone`() throws {
    let half = Matrix(rows: 2, columns: 2, elements: [4, 2, .nan, 3])
    #expect(try Cholesky(half).lower == Cholesky(a).lower)
  }

  /// By hand: the reciprocal condition of diag(4, 1, 1/256) in the 1-norm is 1/1024.
  @Test func `estimates the condition of a diagonal`() throws {
    let factor = try Cholesky(Matrix(diagonal: [4, 1, 1 / 256]))
    #expect(abs(factor.reciprocalCondition * 1024 - 1) < 1e-12)
  }

  @Test func `names the minor that fails`() {
    let a = Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) { try Cholesky(a) }
  }

  @Test func `names the element that is not a number`() {
    let a = Matrix(rows: 2, columns: 2, elements: [1, .nan, 0, 1])
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) { try Cholesky(a) }
  }

  @Test func `traps on a matrix that is not square`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Cholesky(Matrix(rows: 2, columns: 1, elements: [1, 1]))
    }
  }

  private func hilbertPlusIdentity(_ n: Int) -> Matrix {
    Matrix(rows: n, columns: n) { i, j in 1 / Double(i + j + 1) + (i == j ? 1 : 0) }
  }
}
