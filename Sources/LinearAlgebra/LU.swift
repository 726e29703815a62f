import CLAPACK
import RealModule

/// Gauss's elimination with row exchanges of a square matrix, *P A = L U*.
///
/// **Shape.** *A* is *n × n*; row *i* of *P A* is row `permutation[i]` of *A*.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §3.4; LAPACK `dgetrf`.
public struct LU: Sendable {
  /// *U* on and above the diagonal, *L* without its unit diagonal below.
  private let factor: Matrix
  private let exchanges: [Int32]

  /// An estimate of *1 / (‖A‖₁ ‖A⁻¹‖₁)*: near 1 is good, near 1e-16 is singular.
  public let reciprocalCondition: Double

  /// - Throws: `singular` with the first pivot that is exactly zero; `notFinite`. A matrix
  ///   that is singular only within rounding passes: look at `reciprocalCondition`.
  /// - Precondition: A square matrix of at least one row.
  public init(_ a: Matrix) throws(LinearAlgebraError) {
    precondition(a.isSquare && a.rows > 0, "LU needs a square matrix")
    try a.requireFinite()
    let n = Int32(a.rows)
    var factor = a
    var exchanges = [Int32](repeating: 0, count: a.rows)
    let info = LAPACKE_dgetrf_work(LAPACK_COL_MAJOR, n, n, &factor.elements, n, &exchanges)
    precondition(info >= 0, "dgetrf rejects its argument \(-info)")
    guard info == 0 else { throw .singular(pivot: Int(info) - 1) }
    self.factor = factor
    self.exchanges = exchanges
    reciprocalCondition = Self.reciprocalCondition(of: factor, norm: a.oneNorm)
  }

  private static func reciprocalCondition(of factor: Matrix, norm: Double) -> Double {
    let n = Int32(factor.rows)
    var estimate = 0.0
    let info = LAPACKE_dgecon(
      LAPACK_COL_MAJOR, .oneNorm, n, factor.elements, n, norm, &estimate)
    precondition(info == 0, "dgecon rejects its argument \(-info)")
    return estimate
  }
}

extension LU {
  public var order: Int { factor.rows }

  public var lower: Matrix {
    Matrix(rows: order, columns: order) { i, j in i == j ? 1 : i > j ? factor[i, j] : 0 }
  }

  public var upper: Matrix {
    Matrix(rows: order, columns: order) { i, j in i <= j ? factor[i, j] : 0 }
  }

  public var permutation: [Int] {
    var rows = Array(0..<order)
    for (i, exchange) in exchanges.enumerated() { rows.swapAt(i, Int(exchange) - 1) }
    return rows
  }

  /// The determinant of *A*; it overflows early, so prefer `logAbsoluteDeterminant`.
  public var determinant: Double {
    let odd = exchanges.enumerated().reduce(false) { $0 != (Int($1.element) - 1 != $1.offset) }
    return factor.diagonal.reduce(odd ? -1 : 1, *)
  }

  public var logAbsoluteDeterminant: Double {
    factor.diagonal.reduce(0) { $0 + .log(abs($1)) }
  }

  /// The solution of *A x = b*; what is not finite in *b* spreads into *x*.
  public func solve(_ b: [Double]) -> [Double] {
    solve(Matrix(rows: b.count, columns: 1, elements: b)).elements
  }

  /// The solution of *A X = B*, a column for each column of *B*.
  public func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right side needs as many rows as the matrix")
    let n = Int32(order)
    var x = b
    let info = LAPACKE_dgetrs_work(
      LAPACK_COL_MAJOR, .asIs, n, Int32(b.columns), factor.elements, n, exchanges, &x.elements, n)
    precondition(info == 0, "dgetrs rejects its argument \(-info)")
    return x
  }

  /// The inverse of *A*; to solve, prefer `solve`.
  public var inverse: Matrix { solve(.identity(order)) }
}
