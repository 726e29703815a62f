import LinearAlgebra
import RealModule

extension VectorAutoregression {
  /// Growth after growth by given coefficients, for all lanes at once.
  struct Recursion: Sendable {
    private let constants: [Double]
    /// *A₁*, *A₂*, …, transposed, each *n × n*.
    private let lags: [Matrix]

    /// The largest modulus of the companion matrix that is let be.
    static let largestRadius = 0.98

    /// Takes coefficients as `Posterior` shapes them, scaled back where their powers grow.
    ///
    /// Lag *l* is multiplied by *cˡ*, which multiplies the companion matrix's eigenvalues by *c*.
    init(_ coefficients: Matrix) {
      let powers = coefficients.columns
      let lags = (coefficients.rows - 1) / powers
      let radius = Self.spectralRadius(of: coefficients)
      let scale = radius > Self.largestRadius ? Self.largestRadius / radius : 1
      constants = (0..<powers).map { coefficients[0, $0] }
      self.lags = (0..<lags).map { lag in
        let factor = Double.pow(scale, lag + 1)
        return Matrix(rows: powers, columns: powers) { from, to in
          factor * coefficients[1 + lag * powers + from, to]
        }
      }
    }

    /// The mean of the next year's growth, *lanes × n*.
    func mean(after state: State) -> Matrix {
      let lanes = state.years[0].rows
      var next = Matrix(rows: lanes, columns: constants.count) { [constants] _, row in
        constants[row]
      }
      for (lag, year) in zip(lags, state.years) { next = next + year * lag }
      return next
    }

    /// The matrix whose powers carry the lags forward, *n p × n p*.
    static func companion(of coefficients: Matrix) -> Matrix {
      let powers = coefficients.columns
      return Matrix(rows: coefficients.rows - 1, columns: coefficients.rows - 1) { to, from in
        to < powers ? coefficients[1 + from, to] : to - powers == from ? 1 : 0
      }
    }

    /// Infinite where the eigenvalues are not found, so that nothing of them is left.
    private static func spectralRadius(of coefficients: Matrix) -> Double {
      (try? GeneralEigen(companion(of: coefficients)))?.spectralRadius ?? .infinity
    }
  }
}

extension VectorAutoregression.Recursion {
  /// The last years' growth of every lane, the latest first.
  struct State {
    private(set) var years: [Matrix]

    /// The last rows of a sample, the same in every lane.
    init(_ growth: Matrix, lags: Int, lanes: Int) {
      years = (0..<lags).map { lag in
        let last = growth.row(growth.rows - 1 - lag)
        return Matrix(rows: lanes, columns: growth.columns) { _, row in last[row] }
      }
    }

    mutating func append(_ growth: Matrix) {
      years.removeLast()
      years.insert(growth, at: 0)
    }
  }
}
