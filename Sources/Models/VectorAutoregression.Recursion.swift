import CKernel
import LinearAlgebra
import RealModule

extension VectorAutoregression {
  /// Growth after growth by given coefficients, for all lanes at once.
  struct Recursion: Sendable {
    /// The constants, then *A₁*, *A₂*, …, side by side: a row an equation.
    let equations: Matrix

    /// The largest modulus of the companion matrix that is let be.
    static let largestRadius = 0.98

    /// Takes coefficients, a row an equation, scaled back where their powers grow.
    ///
    /// Lag *l* is multiplied by *cˡ*, which multiplies the companion matrix's eigenvalues by *c*.
    init(_ equations: Matrix) {
      let powers = equations.rows
      let radius = Self.spectralRadius(of: equations)
      guard radius > Self.largestRadius else {
        self.equations = equations
        return
      }
      var elements = equations.elements
      for lag in 0..<(equations.columns - 1) / powers {
        let factor = Double.pow(Self.largestRadius / radius, lag + 1)
        let first = powers * (1 + lag * powers)
        for index in first..<first + powers * powers { elements[index] *= factor }
      }
      self.equations = Matrix(rows: powers, columns: equations.columns, elements: elements)
    }

    /// The coefficients as the kernel has them: for each four rows a column of constants, then one
    /// a power of each lag, four weights each, zero beyond the last row.
    var panels: [Float] {
      let (powers, height) = (equations.rows, Int(PRIMACY_PANEL))
      let starts = stride(from: 0, to: powers, by: height)
      let size = starts.underestimatedCount * equations.columns * height
      return [Float](unsafeUninitializedCapacity: size) { panels, initialized in
        for first in starts {
          for column in 0..<equations.columns {
            for row in first..<first + height {
              panels[initialized] = row < powers ? Float(equations[row, column]) : 0
              initialized += 1
            }
          }
        }
      }
    }

    /// The matrix whose powers carry the lags forward, *n p × n p*.
    static func companion(of equations: Matrix) -> Matrix {
      let powers = equations.rows
      let order = equations.columns - 1
      var companion = Matrix(rows: order, columns: order) { _, _ in 0 }
      for from in 0..<order {
        for to in 0..<powers { companion[to, from] = equations[to, 1 + from] }
        if from + powers < order { companion[from + powers, from] = 1 }
      }
      return companion
    }

    /// The largest modulus of the companion matrix, or a bound of it below what is let be.
    ///
    /// No norm of a power is less than the radius to that power (Gelfand): products tell most
    /// often that nothing is to be scaled, and cost less than eigenvalues. Infinite where those are
    /// not found, so that nothing of the coefficients is left.
    private static func spectralRadius(of equations: Matrix) -> Double {
      let companion = companion(of: equations)
      let order = companion.rows
      var (base, power) = (companion.elements, companion.elements)
      for exponent in [2, 4, 8, 16, 32, 64, 128, 256] {
        primacy_product(order, order, order, base, base, &power)
        swap(&base, &power)
        let norm = Matrix(rows: order, columns: order, elements: base).oneNorm
        let bound = Double.root(norm, exponent)
        if bound <= largestRadius { return bound }
      }
      return (try? GeneralEigen.spectralRadius(of: companion)) ?? .infinity
    }
  }
}
