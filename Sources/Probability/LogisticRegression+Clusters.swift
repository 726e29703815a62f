public import LinearAlgebra

extension LogisticRegression {
  /// The covariance of the coefficients where rows of one cluster hang together.
  ///
  ///     V = c A (Σ_g u_g u_gᵀ) A,   u_g = Σ xᵢ (yᵢ − pᵢ) over the cluster's rows
  ///
  /// *A* is `covariance`, and *c = G/(G−1) · (m−1)/(m−n)* for *G* clusters.
  ///
  /// **Source.** Liang and Zeger, "Longitudinal data analysis using generalized linear models"
  /// (1986), doi:10.1093/biomet/73.1.13.
  ///
  /// - Parameters:
  ///   - clusters: The cluster of each row.
  ///   - design: That of the fit.
  ///   - outcomes: Those of the fit.
  /// - Returns: *n × n*.
  /// - Precondition: At least two clusters, and more rows than columns.
  public func covariance(
    clusteredBy clusters: [Int], design: Matrix, outcomes: [Bool]
  ) -> Matrix {
    let (rows, columns) = (design.rows, design.columns)
    precondition(clusters.count == rows && outcomes.count == rows, "a cluster for each row")
    precondition(rows > columns, "clusters need more rows than columns")
    var scores: [Int: [Double]] = [:]
    let surprises = surprises(design, outcomes)
    for row in 0..<rows {
      var score = scores[clusters[row]] ?? [Double](repeating: 0, count: columns)
      for column in 0..<columns { score[column] += design[row, column] * surprises[row] }
      scores[clusters[row]] = score
    }
    precondition(scores.count > 1, "a clustered covariance needs two clusters")
    let groups = Double(scores.count)
    let correction =
      groups / (groups - 1) * Double(rows - 1) / Double(rows - columns)
    let ordered = scores.sorted { $0.key < $1.key }.map(\.value)
    let meat = Matrix(rows: columns, columns: columns) { i, j in
      correction * ordered.reduce(0) { $0 + $1[i] * $1[j] }
    }
    return covariance * meat * covariance
  }

  /// What happened less its probability, row by row.
  private func surprises(_ design: Matrix, _ outcomes: [Bool]) -> [Double] {
    zip(design * coefficients, outcomes).map { odds, occurred in
      occurred ? Self.probability(logOdds: -odds) : -Self.probability(logOdds: odds)
    }
  }
}
