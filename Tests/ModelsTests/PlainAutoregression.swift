import LinearAlgebra

@testable import Models

/// The recursion written plainly, for the tests to compare with.
extension VectorAutoregression.Recursion {
  var constants: [Double] { equations.column(0) }

  /// *A₁*, *A₂*, …, transposed, each *n × n*.
  var lags: [Matrix] {
    let powers = equations.rows
    return (0..<(equations.columns - 1) / powers).map { lag in
      Matrix(rows: powers, columns: powers) { from, to in equations[to, 1 + lag * powers + from] }
    }
  }

  /// The mean of the next year's growth, *lanes × n*.
  func mean(after state: State) -> Matrix {
    let lanes = state.years[0].rows
    var next = Matrix(rows: lanes, columns: constants.count) { _, row in constants[row] }
    for (lag, year) in zip(lags, state.years) { next = next + year * lag }
    return next
  }

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
