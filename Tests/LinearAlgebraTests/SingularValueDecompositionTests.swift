import LinearAlgebra
import Testing

@Suite("Singular value decomposition")
struct SingularValueDecompositionTests {
  static let shapes = [(1, 1), (1, 4), (4, 1), (5, 3), (3, 5), (6, 6), (30, 4)]

  /// By hand: [[3, 0], [4, 5]] has AᵀA = [[25, 20], [20, 25]], of eigenvalues 45 and 5.
  @Test func `matches values worked by hand`() throws {
    let decomposition = try SingularValueDecomposition(Matrix(rows: [[3, 0], [4, 5]]))
    expectClose(decomposition.values, [6.708203932499369, 2.23606797749979], within: 1e-15)
    #expect(abs(decomposition.reciprocalCondition - 1.0 / 3) < 1e-15)
  }

  @Test(arguments: shapes)
  func `multiplies back to the matrix`(rows: Int, columns: Int) throws {
    let a = Matrix.scattered(rows, columns)
    let d = try SingularValueDecomposition(a)
    let product = d.left * Matrix(diagonal: d.values) * d.right.transposed
    expectClose(product.elements, a.elements, within: 1e-13)
  }

  @Test(arguments: shapes)
  func `has orthonormal columns and values that fall`(rows: Int, columns: Int) throws {
    let d = try SingularValueDecomposition(.scattered(rows, columns))
    let identity = Matrix.identity(min(rows, columns)).elements
    expectClose((d.left.transposed * d.left).elements, identity, within: 1e-13)
    expectClose((d.right.transposed * d.right).elements, identity, within: 1e-13)
    #expect(d.values == d.values.sorted(by: >))
    #expect(d.values.allSatisfy { $0 >= 0 })
  }

  @Test func `agrees with SciPy`() throws {
    let tall = try ReferenceAnswers.load().tall
    let d = try SingularValueDecomposition(Matrix(rows: tall.matrix))
    expectClose(d.values, tall.singularValues, within: 1e-9)
  }

  @Test func `scales with the matrix and ignores the order of rows`() throws {
    let a = Matrix.scattered(5, 3)
    let values = try SingularValueDecomposition(a).values
    let scaled = try SingularValueDecomposition(-8 * a).values
    expectClose(scaled, values.map { 8 * $0 }, within: 1e-14)
    let reversed = Matrix(rows: 5, columns: 3) { i, j in a[4 - i, j] }
    expectClose(try SingularValueDecomposition(reversed).values, values, within: 1e-13)
  }

  @Test(arguments: 1...4)
  func `reveals the rank of a product of thin matrices`(rank: Int) throws {
    let a = Matrix.scattered(7, rank) * Matrix.scattered(rank, 5, seed: 2)
    #expect(try SingularValueDecomposition(a).rank == rank)
  }

  @Test func `has rank and condition zero where all is zero`() throws {
    let d = try SingularValueDecomposition(Matrix(rows: [[0, 0], [0, 0]]))
    #expect(d.rank == 0)
    #expect(d.reciprocalCondition == 0)
  }

  @Test func `refuses what is not finite`() {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
      try SingularValueDecomposition(Matrix(rows: [[1, -.infinity]]))
    }
  }

  @Test func `traps on an empty matrix`() async {
    await #expect(processExitsWith: .failure) {
      _ = try SingularValueDecomposition(Matrix(rows: 0, columns: 2, elements: []))
    }
  }
}
