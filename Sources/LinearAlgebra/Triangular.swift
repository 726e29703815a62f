import CLAPACK

/// A square matrix that is zero above or below its diagonal, ready to solve.
///
/// **Shape.** *n × n*; the other triangle is not read.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §3.1; LAPACK `dtrtrs`.
public struct Triangular: Sendable {
  /// Which half of the matrix holds the numbers.
  public enum Half: Sendable {
    case lower, upper

    var letter: CChar { self == .lower ? .lowerTriangle : .upperTriangle }
  }

  public let half: Half
  /// The matrix with zeros in its other half.
  public let matrix: Matrix

  /// - Throws: `singular` with the first zero on the diagonal; `notFinite`.
  /// - Precondition: A square matrix of at least one row.
  public init(_ half: Half, of a: Matrix) throws(LinearAlgebraError) {
    precondition(a.isSquare && a.rows > 0, "a triangular matrix needs to be square")
    matrix = Matrix(rows: a.rows, columns: a.rows) { i, j in
      (half == .lower ? i >= j : i <= j) ? a[i, j] : 0
    }
    self.half = half
    try matrix.requireFinite()
    if let pivot = a.diagonal.firstIndex(where: \.isZero) { throw .singular(pivot: pivot) }
  }
}

extension Triangular {
  public var order: Int { matrix.rows }

  /// The solution of *T x = b*; what is not finite in *b* spreads into *x*.
  public func solve(_ b: [Double]) -> [Double] {
    solve(Matrix(rows: b.count, columns: 1, elements: b)).elements
  }

  /// The solution of *T X = B*, a column for each column of *B*.
  public func solve(_ b: Matrix) -> Matrix { substituted(b, .asIs) }

  /// The solution of *Tᵀ X = B*, a column for each column of *B*.
  public func solveTransposed(_ b: Matrix) -> Matrix { substituted(b, .transposing) }

  /// An estimate of *1 / (‖T‖₁ ‖T⁻¹‖₁)*, LAPACK `dtrcon`.
  public var reciprocalCondition: Double {
    let n = Int32(order)
    var estimate = 0.0
    let info = LAPACKE_dtrcon(
      LAPACK_COL_MAJOR, .oneNorm, half.letter, .anyDiagonal, n, matrix.elements, n, &estimate)
    precondition(info == 0, "dtrcon rejects its argument \(-info)")
    return estimate
  }

  private func substituted(_ b: Matrix, _ side: CChar) -> Matrix {
    precondition(b.rows == order, "the right side needs as many rows as the matrix")
    let n = Int32(order)
    var x = b
    let info = LAPACKE_dtrtrs_work(
      LAPACK_COL_MAJOR, half.letter, side, .anyDiagonal, n, Int32(b.columns), matrix.elements, n,
      &x.elements, n)
    precondition(info == 0, "dtrtrs rejects its argument \(-info)")
    return x
  }
}
