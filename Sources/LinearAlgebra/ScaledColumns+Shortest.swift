import CLAPACK

extension ScaledColumns {
  struct Shortest: Sendable {
    /// In the units of the design; shortest in those of the scaled columns.
    let solution: [Double]
    let rank: Int
    let singularValues: [Double]
  }

  /// The least-squares solution by LAPACK `dgelsd`.
  ///
  /// - Throws: `notConverged`.
  func shortestSolution(
    _ response: [Double], tolerance: Double
  ) throws(LinearAlgebraError) -> Shortest {
    let (m, n) = (scaled.rows, scaled.columns)
    var work = scaled
    var x = response + [Double](repeating: 0, count: max(0, n - m))
    var values = [Double](repeating: 0, count: min(m, n))
    var rank: Int32 = 0
    let info = LAPACKE_dgelsd(
      LAPACK_COL_MAJOR, Int32(m), Int32(n), 1, &work.elements, Int32(m), &x, Int32(max(m, n)),
      &values, tolerance, &rank)
    precondition(info >= 0, "dgelsd rejects its argument \(-info)")
    guard info == 0 else { throw .notConverged(remaining: Int(info)) }
    let solution = zip(x, exponents).map { $0.scaled(by: -$1) }
    return Shortest(solution: solution, rank: Int(rank), singularValues: values)
  }

  /// The solution shortest in the design's own units.
  ///
  /// That is the projection of one shortest in the scaled units on the span of the rows,
  /// *D V₁* with *V₁* the right singular vectors of the rank. Where units differ widely the
  /// projection cancels large numbers, so what it leaves of the response is fitted and
  /// projected again, twice.
  ///
  /// - Throws: `notConverged`.
  func shortestInOwnUnits(
    _ response: [Double], rank: Int, tolerance: Double
  ) throws(LinearAlgebraError) -> [DoubleDouble] {
    var solution = [DoubleDouble](repeating: .zero, count: design.columns)
    guard rank > 0 else { return solution }
    let right = try SingularValueDecomposition(scaled).right
    let span = try QR(
      Matrix(rows: right.rows, columns: rank) { i, k in right[i, k].scaled(by: exponents[i]) })
    for _ in 0..<3 {
      let left = LeastSquares.residuals(of: response, from: design, times: solution)
      let next = try shortestSolution(left, tolerance: tolerance).solution
      let coordinates = span.applyTransposedQ(next).prefix(rank)
      let projection = span.applyQ(
        coordinates + [Double](repeating: 0, count: design.columns - rank))
      for j in solution.indices { solution[j].add(projection[j]) }
    }
    return solution
  }
}
