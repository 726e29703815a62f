/// The coefficients that bring a linear model closest to a response, with their errors.
///
///     y = X β + ε,   E ε = 0,   Var ε = σ² I
///
/// The columns are first scaled by powers of two, the factors are Householder's with column
/// pivoting, and the solution is refined with residuals of about 32 digits: the result is that
/// of the numbers given, to nearly all digits of a double, while the scaled condition is below
/// about 1e14.
///
/// **Shape.** `design` *X* is *m × n*, an observation a row; `response` has *m* elements. A
/// constant is a column of ones that the caller gives.
/// **Units.** A coefficient has the response's unit over its column's.
/// **Source.** Björck, *Numerical Methods for Least Squares Problems* (1996), §2.4 and §2.9.
public struct LeastSquares: Sendable {
  public let coefficients: [Double]
  /// What the model leaves of the response, observation by observation, unweighted.
  public let residuals: [Double]
  /// The inverse of *XᵀX*, or of *Xᵀ Ω⁻¹ X* where errors have the covariance *σ² Ω*; *n × n*.
  public let gramInverse: Matrix
  /// The sum of squares that the coefficients minimize.
  public let residualSumOfSquares: Double
  /// The same sum for a constant alone, or for zero where no column of the design is constant.
  public let totalSumOfSquares: Double
  public let observationCount: Int
  /// An estimate in the 1-norm of the design's reciprocal condition, its columns scaled.
  public let reciprocalCondition: Double

  /// Fits errors of equal variance.
  ///
  /// - Throws: `notFinite`; `tooFewObservations` where *m < n*; `rankDeficient` where a column
  ///   is a combination of the others, for which `MinimumNormLeastSquares` is there.
  /// - Precondition: At least one column, and as many responses as rows.
  public init(design: Matrix, response: [Double]) throws(LinearAlgebraError) {
    try self.init(design: design, response: response) { columns in columns }
  }

  /// Fits after a linear map of the observations has made errors equal and uncorrelated.
  init(
    design: Matrix, response: [Double], whitening: (Matrix) -> Matrix
  ) throws(LinearAlgebraError) {
    precondition(design.columns > 0, "a regression needs a column")
    precondition(design.rows == response.count, "a regression needs a response for each row")
    try design.requireFinite()
    try requireAllFinite(response, rows: response.count)
    guard design.rows >= design.columns else {
      throw .tooFewObservations(have: design.rows, need: design.columns)
    }
    let white = whitening(Matrix(columns: [response])).elements
    let fit = try RefinedLeastSquares(design: whitening(design), response: white)
    coefficients = fit.coefficients.map(\.rounded)
    residuals = Self.residuals(of: response, from: design, times: fit.coefficients)
    gramInverse = fit.gramInverse
    residualSumOfSquares = fit.residualSumOfSquares
    reciprocalCondition = fit.reciprocalCondition
    observationCount = design.rows
    let one = design.hasConstantColumn ? 1.0 : 0
    let constant = Matrix(rows: design.rows, columns: 1) { _, _ in one }
    totalSumOfSquares = Self.sumOfSquares(of: white, around: whitening(constant).elements)
  }
}

extension LeastSquares {
  /// *y − X β* with the coefficients' 32 digits, because large terms may cancel.
  static func residuals(
    of response: [Double], from design: Matrix, times coefficients: [DoubleDouble]
  ) -> [Double] {
    response.indices.map { i in
      var residual = DoubleDouble(response[i])
      for j in coefficients.indices { residual.addProduct(-design[i, j], coefficients[j]) }
      return residual.rounded
    }
  }

  /// The squares that remain of a vector when its multiple of another is taken away.
  private static func sumOfSquares(of vector: [Double], around constant: [Double]) -> Double {
    var product = DoubleDouble.zero
    var square = DoubleDouble.zero
    for (value, one) in zip(vector, constant) {
      product.addProduct(one, value)
      square.addProduct(one, one)
    }
    let mean = square.rounded.isZero ? 0 : product.rounded / square.rounded
    let length = euclideanNorm(zip(vector, constant).map { $0 - $1 * mean })
    return length * length
  }
}

extension Matrix {
  /// Whether some column has the same element in every row.
  fileprivate var hasConstantColumn: Bool {
    (0..<columns).contains { j in
      let column = column(j)
      return column.allSatisfy { $0 == column[0] }
    }
  }
}
