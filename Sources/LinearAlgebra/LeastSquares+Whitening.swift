extension LeastSquares {
  /// Fits errors that are independent with variances *σ² / wᵢ*.
  ///
  /// Sums of squares count observation *i* with weight *wᵢ*; `residuals` stay unweighted.
  ///
  /// **Shape.** A weight for each row of `design`.
  /// **Source.** Björck, *Numerical Methods for Least Squares Problems* (1996), §4.4.
  ///
  /// - Throws: What equal variances throw, and `notPositiveWeight` with the first that is zero,
  ///   negative or not finite.
  public init(
    design: Matrix, response: [Double], weights: [Double]
  ) throws(LinearAlgebraError) {
    precondition(weights.count == design.rows, "a regression needs a weight for each row")
    if let row = weights.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .notPositiveWeight(row: row)
    }
    let roots = weights.map { $0.squareRoot() }
    try self.init(design: design, response: response) { columns in
      Matrix(rows: columns.rows, columns: columns.columns) { i, j in roots[i] * columns[i, j] }
    }
  }

  /// Fits errors with the covariance *σ² Ω*, where *Ω* is known.
  ///
  /// With *Ω = L Lᵀ*, the errors of *L⁻¹ y = L⁻¹ X β* are independent and equal. Its accuracy
  /// is that of *L⁻¹*: about the condition of *L* times 1e-16 is lost.
  ///
  /// **Shape.** `errorCovariance` *Ω* is *m × m*; only its lower triangle is read.
  /// **Source.** Aitken (1936), "On least squares and linear combination of observations",
  /// doi:10.1017/S0370164600014346; Björck (1996), §4.3.
  ///
  /// - Throws: What equal variances throw, and `notPositiveDefinite` for *Ω*.
  public init(
    design: Matrix, response: [Double], errorCovariance: Matrix
  ) throws(LinearAlgebraError) {
    precondition(errorCovariance.rows == design.rows, "a covariance needs a row for each row")
    let lower = try Triangular(.lower, of: Cholesky(errorCovariance).lower)
    try self.init(design: design, response: response) { columns in lower.solve(columns) }
  }
}
