import CLAPACK

/// The eigenvalues and orthonormal eigenvectors of a symmetric matrix, *A V = V Λ*.
///
/// **Shape.** *A* and *V* are *n × n*; only the lower triangle of *A* is read. Column *j* of
/// `vectors` belongs to `values[j]`; its sign is arbitrary.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §8.3; LAPACK `dsyevd`.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, ascending.
  public let values: [Double]
  public let vectors: Matrix

  /// - Throws: `notFinite` with an element of the lower triangle; `notConverged`.
  /// - Precondition: A square matrix of at least one row.
  public init(_ a: Matrix) throws(LinearAlgebraError) {
    precondition(a.isSquare && a.rows > 0, "eigenvalues need a square matrix")
    try a.requireFiniteLowerTriangle()
    let n = Int32(a.rows)
    var vectors = a.symmetrizedFromLower
    var values = [Double](repeating: 0, count: a.rows)
    let info = LAPACKE_dsyevd(
      LAPACK_COL_MAJOR, .withVectors, .lowerTriangle, n, &vectors.elements, n, &values)
    precondition(info >= 0, "dsyevd rejects its argument \(-info)")
    guard info == 0 else { throw .notConverged(remaining: Int(info)) }
    self.values = values
    self.vectors = vectors
  }
}
