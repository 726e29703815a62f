import LinearAlgebra
import Testing

@Suite("General eigenvalues")
struct GeneralEigenTests {
  /// By hand: a quarter turn times two has the values ± 2i.
  @Test func `match a rotation worked by hand`() throws {
    let eigen = try GeneralEigen(Matrix(rows: [[0, -2], [2, 0]]))
    #expect(eigen.realParts.allSatisfy { abs($0) < 1e-15 })
    expectClose(eigen.imaginaryParts, [2, -2], within: 1e-15)
    #expect(abs(eigen.spectralRadius - 2) < 1e-14)
  }

  /// By hand: a triangle carries its values on the diagonal.
  @Test func `match a triangle worked by hand`() throws {
    let eigen = try GeneralEigen(Matrix(rows: [[3, 1, 4], [0, -1, 5], [0, 0, 2]]))
    expectClose(eigen.realParts.sorted(), [-1, 2, 3], within: 1e-14)
    #expect(eigen.imaginaryParts == [0, 0, 0])
    #expect(eigen.imaginaryVectors.elements.allSatisfy { $0.isZero })
  }

  /// A (u + iw) = (α + iβ)(u + iw), part by part; some of these sizes have complex pairs.
  @Test(arguments: 1...8)
  func `satisfy their equation with vectors of length one`(n: Int) throws {
    let a = Matrix.scattered(n, n)
    let eigen = try GeneralEigen(a)
    for j in 0..<n {
      let (u, w) = (eigen.realVectors.column(j), eigen.imaginaryVectors.column(j))
      let (alpha, beta) = (eigen.realParts[j], eigen.imaginaryParts[j])
      let real = zip(u, w).map { alpha * $0 - beta * $1 }
      let imaginary = zip(u, w).map { beta * $0 + alpha * $1 }
      expectClose(a * u + a * w, real + imaginary, within: 1e-13)
      #expect(abs(Matrix(columns: [u + w]).frobeniusNorm - 1) < 1e-13)
    }
  }

  @Test func `come in conjugate pairs, the positive part first`() throws {
    let eigen = try GeneralEigen(.scattered(7, 7))
    let positive = eigen.imaginaryParts.indices.filter { eigen.imaginaryParts[$0] > 0 }
    #expect(!positive.isEmpty)
    for j in positive {
      #expect(eigen.imaginaryParts[j + 1] == -eigen.imaginaryParts[j])
      #expect(eigen.realParts[j + 1] == eigen.realParts[j])
      #expect(eigen.realVectors.column(j + 1) == eigen.realVectors.column(j))
      let conjugate = eigen.imaginaryVectors.column(j).map { -$0 }
      #expect(eigen.imaginaryVectors.column(j + 1) == conjugate)
    }
  }

  @Test func `agree with SciPy`() throws {
    let square = try ReferenceAnswers.load().square
    let eigen = try GeneralEigen(Matrix(rows: square.matrix))
    expectClose(eigen.moduli.sorted(), square.moduli, within: 1e-9)
    expectClose(eigen.realParts.sorted(), square.realParts, within: 1e-9)
  }

  @Test(arguments: 1...8)
  func `are as large when found without their vectors`(n: Int) throws {
    let a = Matrix.scattered(n, n)
    let radius = try GeneralEigen.spectralRadius(of: a)
    #expect(abs(radius / (try GeneralEigen(a)).spectralRadius - 1) < 1e-13)
  }

  /// The sum of the values is the trace, and their product the determinant.
  @Test func `sum to the trace and multiply to the determinant`() throws {
    let a = Matrix.scattered(6, 6)
    let eigen = try GeneralEigen(a)
    let trace = a.diagonal.reduce(0, +)
    #expect(abs(eigen.realParts.reduce(0, +) - trace) < 1e-13)
    let product = eigen.moduli.reduce(1, *)
    #expect(abs(product / abs(try LU(a).determinant) - 1) < 1e-12)
  }

  @Test func `are those of the symmetric routine where that applies`() throws {
    let symmetric = try ReferenceAnswers.load().symmetric
    let a = Matrix(rows: symmetric.matrix)
    expectClose(try GeneralEigen(a).realParts.sorted(), symmetric.values, within: 1e-9)
    expectClose(try SymmetricEigen(a).values, symmetric.values, within: 1e-9)
  }

  @Test func `refuse what is not finite`() {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try GeneralEigen(Matrix(rows: [[.nan]]))
    }
  }

  @Test func `trap on a matrix that is not square`() async {
    await #expect(processExitsWith: .failure) { _ = try GeneralEigen(Matrix(rows: [[1, 2]])) }
  }
}
