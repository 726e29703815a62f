import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
  let a = Matrix(rows: [[1, 2, 3], [4, 5, 6]])

  @Test func `is stored by columns`() {
    #expect(a.elements == [1, 4, 2, 5, 3, 6])
    #expect(a.column(1) == [2, 5])
    #expect(a.row(1) == [4, 5, 6])
    #expect(Matrix(columns: [[1, 4], [2, 5], [3, 6]]) == a)
    #expect(a.transposed == Matrix(rows: [[1, 4], [2, 5], [3, 6]]))
    #expect(a.diagonal == [1, 5])
  }

  /// By hand.
  @Test func `multiplies matrices and columns`() {
    let b = Matrix(rows: [[1, 0], [0, 1], [2, -1]])
    #expect(a * b == Matrix(rows: [[7, -1], [16, -1]]))
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(2.0 * a - a == a)
    #expect(a + a == 2 * a)
  }

  @Test func `is kept by the identity`() {
    #expect(Matrix.identity(2) * a == a)
    #expect(a * Matrix.identity(3) == a)
  }

  @Test func `has a product of zeros with an empty inner side`() {
    let tall = Matrix(rows: 2, columns: 0, elements: [])
    let wide = Matrix(rows: 0, columns: 2, elements: [])
    #expect(tall * wide == Matrix(rows: [[0, 0], [0, 0]]))
    #expect(tall * [] == [0, 0])
  }

  /// By hand: columns of absolute sums 5, 7, 9; squares sum to 91.
  @Test func `has norms worked by hand`() {
    #expect((-1 * a).oneNorm == 9)
    #expect(abs(a.frobeniusNorm - 9.539392014169456) < 1e-14)
  }

  @Test(arguments: [1e-200, 0x1p-1060, 1, 1e200])
  func `has a norm that follows its unit, even where squares would not fit`(unit: Double) {
    let norm = (unit * Matrix(rows: [[3, 0], [0, 4]])).frobeniusNorm
    #expect(abs(norm / unit - 5) < 1e-13)
  }

  @Test func `mirrors its lower triangle`() {
    let lower = Matrix(rows: [[1, .nan], [2, 3]])
    #expect(lower.symmetrizedFromLower == Matrix(rows: [[1, 2], [2, 3]]))
  }

  @Test func `traps on shapes that do not fit`() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix.identity(2) * Matrix.identity(3)
    }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2) * [1, 2, 3] }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2) + Matrix.identity(3) }
    await #expect(processExitsWith: .failure) { _ = Matrix(columns: [[1], [1, 2]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(columns: []) }
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 2, elements: [1])
    }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2).row(2) }
  }
}
