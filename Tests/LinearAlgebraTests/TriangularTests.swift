import LinearAlgebra
import Testing

@Suite("Triangular matrix")
struct TriangularTests {
  /// By hand: 2x = 4, x + 3y = 8; and transposed 2x + y = 4, 3y = 6.
  @Test func `solves systems worked by hand`() throws {
    let lower = try Triangular(.lower, of: Matrix(rows: [[2, 99], [1, 3]]))
    expectClose(lower.solve([4, 8]), [2, 2], within: 1e-15)
    let other = lower.solveTransposed(Matrix(columns: [[4, 6]]))
    expectClose(other.elements, [1, 2], within: 1e-15)
  }

  @Test(arguments: [Triangular.Half.lower, .upper])
  func `undoes its own products`(half: Triangular.Half) throws {
    let a = try Triangular(half, of: Matrix.scattered(6, 6) + 3 * Matrix.identity(6))
    let x = Matrix.scattered(6, 2, seed: 2)
    expectClose(a.solve(a.matrix * x).elements, x.elements, within: 1e-13)
    let transposed = a.solveTransposed(a.matrix.transposed * x)
    expectClose(transposed.elements, x.elements, within: 1e-13)
  }

  /// By hand: the inverse of [[1, 0], [-1, 1]] is [[1, 0], [1, 1]]; both have 1-norm 2.
  @Test func `estimates a condition worked by hand`() throws {
    let a = try Triangular(.lower, of: Matrix(rows: [[1, 0], [-1, 1]]))
    #expect(abs(a.reciprocalCondition - 0.25) < 1e-15)
  }

  @Test func `names the zero on its diagonal`() {
    let a = Matrix(rows: [[1, 0], [1, 0]])
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) { try Triangular(.lower, of: a) }
  }

  @Test func `refuses what is not finite, but only in its half`() throws {
    let a = Matrix(rows: [[1, .nan], [0, 1]])
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
      try Triangular(.upper, of: a)
    }
    #expect(try Triangular(.lower, of: a).solve([1, 2]) == [1, 2])
  }

  @Test func `traps on a matrix that is not square`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Triangular(.lower, of: Matrix(rows: [[1, 2]]))
    }
  }
}
