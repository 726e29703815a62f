import CLAPACK

/// The orthogonal factorization with column pivoting of a tall matrix, *A P = Q R*.
///
/// The diagonal of *R* does not grow in magnitude, so that its tail reveals the rank.
///
/// **Shape.** *A* is *m × n* with *m ≥ n*; *Q* is kept as *n* Householder reflectors of
/// length *m*, *R* is *n × n* and upper triangular; column *k* of *A P* is column
/// `permutation[k]` of *A*.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §5.4.2; LAPACK `dgeqp3`.
public struct QR: Sendable {
  public let rows: Int
  public let columns: Int
  public let permutation: [Int]
  /// The reflectors below the diagonal and *R* on and above it.
  let factor: Matrix
  let reflectorScales: [Double]

  /// - Throws: `notFinite`.
  /// - Precondition: At least one column, and as many rows as columns.
  public init(_ a: Matrix) throws(LinearAlgebraError) {
    precondition(a.columns > 0 && a.rows >= a.columns, "QR needs at least as many rows as columns")
    try a.requireFinite()
    var factor = a
    var pivots = [Int32](repeating: 0, count: a.columns)
    var scales = [Double](repeating: 0, count: a.columns)
    let info = LAPACKE_dgeqp3(
      LAPACK_COL_MAJOR, Int32(a.rows), Int32(a.columns), &factor.elements, Int32(a.rows), &pivots,
      &scales)
    precondition(info == 0, "dgeqp3 rejects its argument \(-info)")
    rows = a.rows
    columns = a.columns
    permutation = pivots.map { Int($0) - 1 }
    self.factor = factor
    reflectorScales = scales
  }
}

extension QR {
  /// The upper triangular factor, *n × n*.
  public var r: Matrix {
    Matrix(rows: columns, columns: columns) { i, j in i <= j ? factor[i, j] : 0 }
  }

  /// The orthonormal columns that span those of *A*, *m × n*.
  public var q: Matrix {
    let columns = (0..<columns).map { k in
      applyQ((0..<rows).map { $0 == k ? 1 : 0 })
    }
    return Matrix(columns: columns)
  }

  /// The number of diagonal elements of *R* above a fraction of the largest.
  public func rank(tolerance: Double) -> Int {
    let magnitudes = factor.diagonal.map(\.magnitude)
    return magnitudes.prefix { $0 > tolerance * magnitudes[0] }.count
  }

  /// An estimate of the reciprocal condition of *R* in the 1-norm, LAPACK `dtrcon`.
  public var reciprocalCondition: Double {
    var estimate = 0.0
    let info = LAPACKE_dtrcon(
      LAPACK_COL_MAJOR, .oneNorm, .upperTriangle, .anyDiagonal, Int32(columns), factor.elements,
      Int32(rows), &estimate)
    precondition(info == 0, "dtrcon rejects its argument \(-info)")
    return estimate
  }

  /// The inverse of *AᵀA* as *P R⁻¹ R⁻ᵀ Pᵀ*, *n × n*; *R* must not have a zero on its diagonal.
  public var gramInverse: Matrix {
    var inverse = Matrix.identity(columns)
    for k in 0..<columns {
      let unit = inverse.column(k)
      let column = solveR(solveTransposedR(unit))
      for i in 0..<columns { inverse[i, k] = column[i] }
    }
    var place = permutation
    for (k, column) in permutation.enumerated() { place[column] = k }
    let permuted = Matrix(rows: columns, columns: columns) { i, j in inverse[place[i], place[j]] }
    return permuted.symmetrizedFromLower
  }

  /// The product *Q v* with the full *m × m* factor.
  public func applyQ(_ v: [Double]) -> [Double] { reflected(v, .asIs) }

  /// The product *Qᵀ v* with the full *m × m* factor.
  public func applyTransposedQ(_ v: [Double]) -> [Double] { reflected(v, .transposing) }

  /// The solution of *R x = v*, still permuted; *R* must not have a zero on its diagonal.
  func solveR(_ v: [Double]) -> [Double] { substituted(v, .asIs) }

  /// The solution of *Rᵀ x = v*, still permuted.
  func solveTransposedR(_ v: [Double]) -> [Double] { substituted(v, .transposing) }

  private func reflected(_ v: [Double], _ side: CChar) -> [Double] {
    precondition(v.count == rows, "Q needs a vector of \(rows) elements")
    var product = v
    var workspace = [0.0]
    let info = LAPACKE_dormqr_work(
      LAPACK_COL_MAJOR, .fromTheLeft, side, Int32(rows), 1, Int32(columns), factor.elements,
      Int32(rows), reflectorScales, &product, Int32(rows), &workspace, 1)
    precondition(info == 0, "dormqr rejects its argument \(-info)")
    return product
  }

  private func substituted(_ v: [Double], _ side: CChar) -> [Double] {
    precondition(v.count == columns, "R needs a vector of \(columns) elements")
    var x = v
    let info = LAPACKE_dtrtrs_work(
      LAPACK_COL_MAJOR, .upperTriangle, side, .anyDiagonal, Int32(columns), 1, factor.elements,
      Int32(rows), &x, Int32(columns))
    precondition(info == 0, "dtrtrs rejects its argument \(-info)")
    return x
  }
}
