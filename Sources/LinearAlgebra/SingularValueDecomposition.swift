import CLAPACK

/// The rotations that make a matrix diagonal, *A = U S Vᵀ*.
///
/// **Shape.** *A* is *m × n*; with *k = min(m, n)*, *U* is *m × k*, *S* holds *k* values and
/// *V* is *n × k*. The signs of a column of *U* and of *V* are arbitrary together.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §8.6; LAPACK `dgesdd`.
public struct SingularValueDecomposition: Sendable {
  /// *U*, its columns orthonormal.
  public let left: Matrix
  /// The singular values, descending and not negative.
  public let values: [Double]
  /// *V*, its columns orthonormal.
  public let right: Matrix

  /// - Throws: `notFinite`; `notConverged`.
  /// - Precondition: At least one row and one column.
  public init(_ a: Matrix) throws(LinearAlgebraError) {
    precondition(a.rows > 0 && a.columns > 0, "singular values need a row and a column")
    try a.requireFinite()
    let count = min(a.rows, a.columns)
    var work = a
    var values = [Double](repeating: 0, count: count)
    var left = Matrix(rows: a.rows, columns: count) { _, _ in 0 }
    var right = Matrix(rows: count, columns: a.columns) { _, _ in 0 }
    let info = LAPACKE_dgesdd(
      LAPACK_COL_MAJOR, .thinVectors, Int32(a.rows), Int32(a.columns), &work.elements,
      Int32(a.rows), &values, &left.elements, Int32(a.rows), &right.elements, Int32(count))
    precondition(info >= 0, "dgesdd rejects its argument \(-info)")
    guard info == 0 else { throw .notConverged(remaining: Int(info)) }
    self.left = left
    self.values = values
    self.right = right.transposed
  }
}

extension SingularValueDecomposition {
  /// The smallest singular value over the largest; 0 where the matrix is zero.
  public var reciprocalCondition: Double {
    values[0].isZero ? 0 : values[values.count - 1] / values[0]
  }

  /// How many singular values stand out of rounding, max(*m*, *n*) times 2.2e-16 of the first.
  public var rank: Int {
    rank(tolerance: Double(max(left.rows, right.rows)) * .ulpOfOne)
  }

  /// How many singular values exceed a fraction of the first.
  public func rank(tolerance: Double) -> Int {
    values.prefix { $0 > tolerance * values[0] }.count
  }
}
