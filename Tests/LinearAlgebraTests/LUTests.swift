import LinearAlgebra
import Testing

@Suite("LU factors")
struct LUTests {
  /// By hand: [[0, 2], [3, 4]] exchanges its rows, so that L = I and U = [[3, 4], [0, 2]].
  @Test func `match factors worked by hand`() throws {
    let factors = try LU(Matrix(rows: [[0, 2], [3, 4]]))
    #expect(factors.permutation == [1, 0])
    #expect(factors.lower == .identity(2))
    #expect(factors.upper == Matrix(rows: [[3, 4], [0, 2]]))
    #expect(factors.determinant == -6)
    #expect(abs(factors.logAbsoluteDeterminant - 1.791759469228055) < 1e-15)
    expectClose(factors.solve([2, 10]), [2, 1], within: 1e-15)
  }

  @Test(arguments: 1...8)
  func `multiply back to the permuted matrix`(n: Int) throws {
    let a = Matrix.scattered(n, n)
    let factors = try LU(a)
    let product = factors.lower * factors.upper
    for (i, row) in factors.permutation.enumerated() {
      expectClose(product.row(i), a.row(row), within: 1e-14)
    }
    #expect(Set(factors.permutation) == Set(0..<n))
  }

  @Test func `agree with SciPy`() throws {
    let square = try ReferenceAnswers.load().square
    let factors = try LU(Matrix(rows: square.matrix))
    expectClose(factors.solve(square.rightSide), square.solution, within: 1e-9)
    let inverse = Matrix(rows: square.inverse).elements
    expectClose(factors.inverse.elements, inverse, within: 1e-9)
    #expect(abs(factors.determinant / square.determinant - 1) < 1e-9)
  }

  /// The estimate is a lower bound of the condition, and for matrices this small within a
  /// factor of three (Higham 2002, §15.3).
  @Test func `estimate the condition that SciPy computes`() throws {
    let square = try ReferenceAnswers.load().square
    let factors = try LU(Matrix(rows: square.matrix))
    let ratio = factors.reciprocalCondition * square.conditionInOneNorm
    #expect(ratio > 1 - 1e-9 && ratio < 3)
  }

  @Test func `solve the same whatever the order of the equations`() throws {
    let a = Matrix.scattered(6, 6)
    let b = Matrix.scattered(6, 1).elements
    let order = [3, 0, 5, 1, 4, 2]
    let shuffled = Matrix(rows: 6, columns: 6) { i, j in a[order[i], j] }
    expectClose(
      try LU(shuffled).solve(order.map { b[$0] }), try LU(a).solve(b), within: 1e-12)
  }

  @Test func `name the pivot that vanishes`() {
    let a = Matrix(rows: [[1, 2, 0], [2, 4, 0], [0, 0, 1]])
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) { try LU(a) }
  }

  @Test func `warn of a matrix that is singular within rounding`() throws {
    #expect(try LU(.hilbert(13)).reciprocalCondition < 1e-16)
  }

  @Test func `spread what is not a number in the right side`() throws {
    #expect(try LU(.identity(2)).solve([.nan, 1])[0].isNaN)
  }

  @Test func `refuse what is not finite`() {
    let a = Matrix(rows: [[1, .infinity], [0, 1]])
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) { try LU(a) }
  }

  @Test func `trap on wrong shapes`() async {
    await #expect(processExitsWith: .failure) { _ = try LU(Matrix(rows: [[1, 2]])) }
    await #expect(processExitsWith: .failure) {
      _ = try LU(Matrix(rows: 0, columns: 0, elements: []))
    }
    await #expect(processExitsWith: .failure) { _ = try LU(.identity(2)).solve([1]) }
  }
}
