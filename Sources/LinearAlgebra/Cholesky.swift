import CLAPACK
import RealModule

/// The lower factor *L* of a positive-definite matrix, *A = L Lᵀ*.
///
/// **Shape.** *A* and *L* are *n × n*; only the lower triangle of *A* is read.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §4.2; LAPACK `dpotrf`.
public struct Cholesky: Sendable {
  public let lower: Matrix

  /// An estimate of *1 / (‖A‖₁ ‖A⁻¹‖₁)*: near 1 is good, near 1e-16 is singular.
  public let reciprocalCondition: Double

  /// - Throws: `notPositiveDefinite` with the order of the first minor that fails;
  ///   `notFinite` with an element of the lower triangle.
  /// - Precondition: A square matrix of at least one row.
  public init(_ a: Matrix) throws(LinearAlgebraError) {
    precondition(a.isSquare && a.rows > 0, "Cholesky needs a square matrix")
    try a.requireFiniteLowerTriangle()
    let n = Int32(a.rows)
    var factor = a
    let info = LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, .lowerTriangle, n, &factor.elements, n)
    precondition(info >= 0, "dpotrf rejects its argument \(-info)")
    guard info == 0 else { throw .notPositiveDefinite(order: Int(info)) }
    let lower = Matrix(rows: a.rows, columns: a.rows) { i, j in i < j ? 0 : factor[i, j] }
    self.lower = lower
    reciprocalCondition = Self.reciprocalCondition(
      of: lower, norm: a.symmetrizedFromLower.oneNorm)
  }

  private static func reciprocalCondition(of lower: Matrix, norm: Double) -> Double {
    let n = Int32(lower.rows)
    var estimate = 0.0
    let info = LAPACKE_dpocon(
      LAPACK_COL_MAJOR, .lowerTriangle, n, lower.elements, n, norm, &estimate)
    precondition(info == 0, "dpocon rejects its argument \(-info)")
    return estimate
  }
}

extension Cholesky {
  public var order: Int { lower.rows }

  /// The logarithm of the determinant of *A*.
  public var logDeterminant: Double { 2 * lower.diagonal.reduce(0) { $0 + .log($1) } }

  /// The solution of *A x = b*; what is not finite in *b* spreads into *x*.
  public func solve(_ b: [Double]) -> [Double] {
    solve(Matrix(rows: b.count, columns: 1, elements: b)).elements
  }

  /// The solution of *A X = B*, a column for each column of *B*.
  public func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right side needs as many rows as the matrix")
    let n = Int32(order)
    var x = b
    let info = LAPACKE_dpotrs_work(
      LAPACK_COL_MAJOR, .lowerTriangle, n, Int32(b.columns), lower.elements, n, &x.elements, n)
    precondition(info == 0, "dpotrs rejects its argument \(-info)")
    return x
  }

  /// The inverse of *A*, exactly symmetric; to solve, prefer `solve`.
  public var inverse: Matrix {
    let n = Int32(order)
    var inverse = lower
    let info = LAPACKE_dpotri_work(LAPACK_COL_MAJOR, .lowerTriangle, n, &inverse.elements, n)
    precondition(info == 0, "dpotri rejects its argument \(-info)")
    return inverse.symmetrizedFromLower
  }
}
