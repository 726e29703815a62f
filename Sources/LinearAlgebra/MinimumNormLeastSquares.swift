import CLAPACK

/// The shortest of all coefficients that bring a linear model closest to a response.
///
/// For collinear columns, where least squares alone has no single answer; the rank says how
/// many combinations of the coefficients the data determine. Rank is judged on columns scaled
/// to lengths between 1 and 2, so that it does not depend on their units; the length of the
/// coefficients does, and is the one in the units given. Where the rank is full there is but
/// one answer, and it is refined as in `LeastSquares`.
///
/// **Shape.** `design` *X* is *m × n*, of any shape; `response` has *m* elements.
/// **Source.** Golub and Van Loan, *Matrix Computations* (2013), §5.5; LAPACK `dgelsd`.
public struct MinimumNormLeastSquares: Sendable {
  public let coefficients: [Double]
  public let residuals: [Double]
  public let rank: Int
  /// The singular values of the design as given, descending; min(*m*, *n*) of them.
  public let singularValues: [Double]
  /// The singular values of the scaled columns, on which the rank is judged.
  public let scaledSingularValues: [Double]

  /// Takes for zero what rounding leaves: max(*m*, *n*) times 2.2e-16 of the largest.
  ///
  /// - Throws: `notFinite`; `notConverged`.
  /// - Precondition: At least one row and one column, and as many responses as rows.
  public init(design: Matrix, response: [Double]) throws(LinearAlgebraError) {
    try self.init(design: design, response: response, tolerance: design.rankTolerance)
  }

  /// Takes for zero the scaled singular values up to a fraction of the largest.
  ///
  /// - Throws: `notFinite`; `notConverged`.
  /// - Precondition: At least one row and one column, and as many responses as rows; a
  ///   tolerance from 0 to 1.
  public init(
    design: Matrix, response: [Double], tolerance: Double
  ) throws(LinearAlgebraError) {
    precondition(design.rows > 0 && design.columns > 0, "a regression needs a row and a column")
    precondition(design.rows == response.count, "a regression needs a response for each row")
    precondition((0...1).contains(tolerance), "a tolerance is a fraction")
    try design.requireFinite()
    try requireAllFinite(response, rows: response.count)

    let scaled = ScaledColumns(design)
    let first = try scaled.shortestSolution(response, tolerance: tolerance)
    rank = first.rank
    scaledSingularValues = first.singularValues
    singularValues = try SingularValueDecomposition(design).values
    let solution =
      rank == design.columns
      ? Self.refined(design, response, else: first.solution)
      : try scaled.shortestInOwnUnits(response, rank: rank, tolerance: tolerance)
    coefficients = solution.map(\.rounded)
    residuals = LeastSquares.residuals(of: response, from: design, times: solution)
  }

  /// The single answer of a full rank, to nearly all digits.
  private static func refined(
    _ design: Matrix, _ response: [Double], else unrefined: [Double]
  ) -> [DoubleDouble] {
    // A rank that the pivots of QR deny, though the singular values grant it, is the only
    // cause of failure here; the answer by singular values then stands.
    let fit = try? RefinedLeastSquares(design: design, response: response)
    return fit?.coefficients ?? unrefined.map { DoubleDouble($0) }
  }
}

extension MinimumNormLeastSquares {
  public var residualSumOfSquares: Double { residuals.reduce(0) { $0 + $1 * $1 } }
}
