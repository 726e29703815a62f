import LinearAlgebra
import Testing

@Suite("Symmetric eigenvalues")
struct SymmetricEigenTests {
  /// By hand: [[2, 1], [1, 2]] has 1 along (1, -1) and 3 along (1, 1).
  @Test func `match values worked by hand, ascending`() throws {
    let eigen = try SymmetricEigen(Matrix(rows: 2, columns: 2, elements: [2, 1, 1, 2]))
    expectClose(eigen.values, [1, 3], within: 1e-15)
    #expect(abs(eigen.vectors[0, 0] + eigen.vectors[1, 0]) < 1e-15)
    #expect(abs(eigen.vectors[0, 1] - eigen.vectors[1, 1]) < 1e-15)
  }

  @Test(arguments: 1...8)
  func `satisfy A V = V Λ with orthonormal V`(n: Int) throws {
    let a = Matrix(rows: n, columns: n) { i, j in 1 / Double(i + j + 1) - Double((i * j) % 3) }
    let eigen = try SymmetricEigen(a)
    let v = eigen.vectors
    expectClose((a * v).elements, (v * Matrix(diagonal: eigen.values)).elements, within: 1e-13)
    expectClose((v.transposed * v).elements, Matrix.identity(n).elements, within: 1e-13)
    #expect(eigen.values == eigen.values.sorted())
  }

  @Test func `names the element that is not finite`() {
    let a = Matrix(rows: 2, columns: 2, elements: [1, 0, 0, .infinity])
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 1)) { try SymmetricEigen(a) }
  }

  @Test func `traps on a matrix that is not square`() async {
    await #expect(processExitsWith: .failure) {
      _ = try SymmetricEigen(Matrix(rows: 1, columns: 2, elements: [1, 1]))
    }
  }
}
