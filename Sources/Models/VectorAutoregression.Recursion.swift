import CKernel
import LinearAlgebra
import RealModule

extension VectorAutoregression {
  /// Growth after growth by given coefficients, for all lanes at once.
  struct Recursion: Sendable {
    let constants: [Double]
    /// *A₁*, *A₂*, …, transposed, each *n × n*.
    let lags: [Matrix]

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

    /// The coefficients as the kernel has them: for each four rows a column of constants, then one
    /// a power of each lag, four weights each, zero beyond the last row.
    var panels: [Float] {
      let columns = [constants] + lags.flatMap { lag in (0..<lag.rows).map(lag.row) }
      return stride(from: 0, to: constants.count, by: Int(PRIMACY_PANEL)).flatMap { first in
        columns.flatMap { column in
          (first..<first + Int(PRIMACY_PANEL)).map { $0 < column.count ? Float(column[$0]) : 0 }
        }
      }
    }

    /// The matrix whose powers carry the lags forward, *n p × n p*.
    static func companion(of coefficients: Matrix) -> Matrix {
      let powers = coefficients.columns
      return Matrix(rows: coefficients.rows - 1, columns: coefficients.rows - 1) { to, from in
        to < powers ? coefficients[1 + from, to] : to - powers == from ? 1 : 0
      }
    }

    /// The largest modulus of the companion matrix, or a bound of it below what is let be.
    ///
    /// No norm of a power is less than the radius to that power (Gelfand): products tell most
    /// often that nothing is to be scaled, and cost less than eigenvalues. Infinite where those are
    /// not found, so that nothing of the coefficients is left.
    private static func spectralRadius(of coefficients: Matrix) -> Double {
      let companion = companion(of: coefficients)
      let squared = companion * companion
      let fourth = squared * squared
      let bound = Double.root((fourth * fourth).oneNorm, 8)
      guard bound > largestRadius else { return bound }
      return (try? GeneralEigen(companion))?.spectralRadius ?? .infinity
    }
  }
}
