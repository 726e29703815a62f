import CKernel
import LinearAlgebra
import RealModule

extension VectorAutoregression {
  /// What growth and the prior say of coefficients and covariance.
  ///
  ///     B ~ N(B̄, Σ ⊗ V),   V = (X′X)⁻¹ over years and made-up observations
  ///
  /// **Shape.** *B* is *(1 + n p) × n*: the constants, then a row for each power of the first
  /// lag, then of the next; a column an equation.
  struct Posterior: Sendable {
    let lags: Int
    let coefficients: Matrix
    /// The mean of *Σ*, *n × n*.
    let covariance: Matrix
    /// The factor of *V⁻¹*.
    private let precision: Triangular
    /// The factor of *Σ*.
    private let shocks: Matrix
    /// *B̄*, a row an equation.
    private let equations: Matrix

    /// Learns from standardized growth, a year a row.
    ///
    /// - Throws: `notPositiveDefinite`, `notFinite` where growth is not finite.
    /// - Precondition: More years than lags.
    init(_ growth: Matrix, options: Options) throws(LinearAlgebraError) {
      let lags = options.lags
      let powers = growth.columns
      let years = growth.rows - lags
      precondition(years > 0, "an autoregression needs more years than lags")
      let past = Matrix(rows: years, columns: 1 + powers * lags) { year, k in
        k == 0 ? 1 : growth[year + lags - 1 - (k - 1) / powers, (k - 1) % powers]
      }
      let present = Matrix(rows: years, columns: powers) { growth[$0 + lags, $1] }
      let weights = Self.priorPrecisions(powers: powers, options: options)
      let centre = Matrix(rows: weights.count, columns: powers) { k, j in
        k == 1 + j ? options.ownLag : 0
      }
      let gram = past.transposed * past + Matrix(diagonal: weights)
      let products = past.transposed * present + Matrix(diagonal: weights) * centre
      self.lags = lags
      let factor = try Cholesky(gram)
      precision = try Triangular(.lower, of: factor.lower)
      coefficients = factor.solve(products)
      let residuals = present - past * coefficients
      let away = Matrix(rows: weights.count, columns: powers) { [coefficients] k, j in
        weights[k].squareRoot() * (coefficients[k, j] - centre[k, j])
      }
      let squares =
        residuals.transposed * residuals + away.transposed * away
        + options.covarianceYears * Matrix.identity(powers)
      covariance = (1 / (options.covarianceYears + Double(years))) * squares
      shocks = try Cholesky(covariance).lower
      equations = coefficients.transposed
    }

    /// Coefficients from the posterior, a row an equation, given as many deviates.
    ///
    ///     B̄′ + L Z′,   P′ Z = E,   L L′ = Σ,   P P′ = V⁻¹
    ///
    /// **Shape.** *E′* and what is returned are *n × (1 + n p)*.
    func equations(at deviates: Matrix) -> Matrix {
      precondition(
        deviates.rows == equations.rows && deviates.columns == equations.columns,
        "a deviate a coefficient")
      let (powers, terms) = (equations.rows, equations.columns)
      var (solved, drawn) = (deviates.elements, deviates.elements)
      primacy_solve_transposed(
        terms, powers, precision.matrix.elements, deviates.elements, &solved)
      primacy_product(powers, powers, terms, shocks.elements, solved, &drawn)
      for index in drawn.indices { drawn[index] = equations.elements[index] + drawn[index] }
      return Matrix(rows: powers, columns: terms, elements: drawn)
    }

    /// One over the prior variance of each row of *B*.
    private static func priorPrecisions(powers: Int, options: Options) -> [Double] {
      let lags = (0..<powers * options.lags).map { k in
        options.tightness / .pow(Double(k / powers + 1), options.decay)
      }
      return ([options.constantTightness] + lags).map { 1 / ($0 * $0) }
    }
  }
}
