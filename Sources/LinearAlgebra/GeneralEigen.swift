import CLAPACK
import RealModule

/// The eigenvalues and right eigenvectors of a square matrix, complex where need be.
///
///     A (u + i w) = (α + i β) (u + i w)
///
/// **Shape.** *A* is *n × n*. Value *j* is `realParts[j]` and `imaginaryParts[j]`; its vector
/// is column *j* of `realVectors` and `imaginaryVectors`, of length 1. Complex values come as
/// neighbours, the one with the positive imaginary part first; there is no other order.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §7.5; LAPACK `dgeev`.
public struct GeneralEigen: Sendable {
  public let realParts: [Double]
  public let imaginaryParts: [Double]
  public let realVectors: Matrix
  public let imaginaryVectors: Matrix

  /// - Throws: `notFinite`; `notConverged`.
  /// - Precondition: A square matrix of at least one row.
  public init(_ a: Matrix) throws(LinearAlgebraError) {
    var packed = Matrix(rows: a.rows, columns: a.rows) { _, _ in 0 }
    let (real, imaginary) = try Self.eigenvalues(of: a, .withVectors, into: &packed)
    realParts = real
    imaginaryParts = imaginary
    (realVectors, imaginaryVectors) = Self.unpacked(packed, imaginary)
  }

  /// Parts of the vectors that LAPACK packs as *u*, *w* for a pair *u ± i w*.
  private static func unpacked(_ packed: Matrix, _ imaginary: [Double]) -> (Matrix, Matrix) {
    let n = packed.rows
    let real = Matrix(rows: n, columns: n) { i, j in packed[i, imaginary[j] < 0 ? j - 1 : j] }
    let other = Matrix(rows: n, columns: n) { i, j in
      imaginary[j] > 0 ? packed[i, j + 1] : imaginary[j] < 0 ? -packed[i, j] : 0
    }
    return (real, other)
  }
}

extension GeneralEigen {
  public var moduli: [Double] { zip(realParts, imaginaryParts).map { Double.hypot($0, $1) } }

  /// The largest modulus: powers of *A* die out where it is below 1.
  public var spectralRadius: Double { moduli.reduce(0, max) }

  /// The largest modulus, by the eigenvalues alone.
  ///
  /// - Throws: `notFinite`; `notConverged`.
  /// - Precondition: A square matrix of at least one row.
  public static func spectralRadius(of a: Matrix) throws(LinearAlgebraError) -> Double {
    var none = Matrix(rows: 1, columns: 1) { _, _ in 0 }
    let (real, imaginary) = try eigenvalues(of: a, .withoutVectors, into: &none)
    return zip(real, imaginary).reduce(0) { max($0, .hypot($1.0, $1.1)) }
  }

  /// Real and imaginary parts of the eigenvalues, and the packed right vectors where they are wanted.
  private static func eigenvalues(
    of a: Matrix, _ job: CChar, into packed: inout Matrix
  ) throws(LinearAlgebraError) -> ([Double], [Double]) {
    precondition(a.isSquare && a.rows > 0, "eigenvalues need a square matrix")
    try a.requireFinite()
    let n = Int32(a.rows)
    var work = a
    var real = [Double](repeating: 0, count: a.rows)
    var imaginary = real
    var unused = [0.0]
    let info = LAPACKE_dgeev(
      LAPACK_COL_MAJOR, .withoutVectors, job, n, &work.elements, n, &real, &imaginary, &unused, 1,
      &packed.elements, Int32(packed.rows))
    precondition(info >= 0, "dgeev rejects its argument \(-info)")
    guard info == 0 else { throw .notConverged(remaining: Int(info)) }
    return (real, imaginary)
  }
}
