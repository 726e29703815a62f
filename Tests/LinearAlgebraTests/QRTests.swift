import LinearAlgebra
import Testing

@Suite("QR factors")
struct QRTests {
  /// By hand: the longer column (0, 5) comes first, so that R = diag(±5, ±3).
  @Test func `put the longest column first`() throws {
    let factors = try QR(Matrix(rows: [[3, 0], [0, 5]]))
    #expect(factors.permutation == [1, 0])
    expectClose(factors.r.diagonal.map(\.magnitude), [5, 3], within: 1e-15)
  }

  @Test(arguments: [(1, 1), (4, 1), (5, 3), (6, 6), (40, 7), (90, 50)])
  func `multiply back to the permuted matrix`(rows: Int, columns: Int) throws {
    let a = Matrix.scattered(rows, columns)
    let factors = try QR(a)
    let permuted = Matrix(columns: factors.permutation.map { a.column($0) })
    expectClose((factors.q * factors.r).elements, permuted.elements, within: 1e-13)
  }

  @Test(arguments: [(1, 1), (4, 1), (5, 3), (6, 6), (40, 7), (90, 50)])
  func `have an orthonormal Q and a falling diagonal of R`(rows: Int, columns: Int) throws {
    let factors = try QR(.scattered(rows, columns))
    let gram = factors.q.transposed * factors.q
    expectClose(gram.elements, Matrix.identity(columns).elements, within: 1e-13)
    let diagonal = factors.r.diagonal.map(\.magnitude)
    #expect(zip(diagonal, diagonal.dropFirst()).allSatisfy { $0 >= $1 * (1 - 1e-12) })
  }

  @Test func `keep lengths, and undo Q by its transpose`() throws {
    let factors = try QR(.scattered(9, 4))
    let v = Matrix.scattered(9, 1, seed: 3).elements
    let turned = factors.applyQ(v)
    expectClose(factors.applyTransposedQ(turned), v, within: 1e-13)
    let lengths = [turned, v].map { Matrix(columns: [$0]).frobeniusNorm }
    #expect(abs(lengths[0] / lengths[1] - 1) < 1e-13)
  }

  @Test(arguments: 1...5)
  func `reveal the rank of a product of thin matrices`(rank: Int) throws {
    let a = Matrix.scattered(12, rank) * Matrix.scattered(rank, 6, seed: 2)
    #expect(try QR(a).rank(tolerance: 1e-12) == rank)
  }

  @Test func `have no rank where all is zero`() throws {
    #expect(try QR(Matrix(rows: [[0, 0], [0, 0]])).rank(tolerance: 1e-12) == 0)
  }

  @Test func `invert the Gram matrix`() throws {
    let a = Matrix.scattered(9, 4)
    let product = try QR(a).gramInverse * (a.transposed * a)
    expectClose(product.elements, Matrix.identity(4).elements, within: 1e-12)
  }

  @Test func `refuse what is not finite`() {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try QR(Matrix(rows: [[1], [.nan]]))
    }
  }

  @Test func `trap on a matrix that is wider than tall`() async {
    await #expect(processExitsWith: .failure) { _ = try QR(Matrix(rows: [[1, 2]])) }
    await #expect(processExitsWith: .failure) { _ = try QR(.identity(2)).applyQ([1]) }
  }
}
