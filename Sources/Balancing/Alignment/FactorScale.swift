import LinearAlgebra

/// Factors on a common scale, and the way back to their own.
struct FactorScale {
  let means: [Double]
  let deviations: [Double]
  /// The places of the factors that vary.
  private let active: [Int]
  /// A constant, then the factors that vary, each with mean 0 and deviation 1.
  let design: Matrix

  /// - Precondition: At least one row.
  init(_ rows: [[Double]]) {
    let count = Double(rows.count)
    let columns = rows[0].indices.map { column in rows.map { $0[column] } }
    let means = columns.map { $0.reduce(0, +) / count }
    let deviations = zip(columns, means).map { column, mean in
      (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    }
    let active = columns.indices.filter { deviations[$0] > 1e-9 }
    let scaled = active.map { place in
      columns[place].map { ($0 - means[place]) / deviations[place] }
    }
    self.means = means
    self.deviations = deviations
    self.active = active
    design = Matrix(columns: [[Double](repeating: 1, count: rows.count)] + scaled)
  }

  /// What takes scaled coefficients to those of the factors' own units.
  private var back: Matrix {
    var back = Matrix(rows: means.count + 1, columns: active.count + 1) { _, _ in 0 }
    back[0, 0] = 1
    for (column, place) in active.enumerated() {
      back[place + 1, column + 1] = 1 / deviations[place]
      back[0, column + 1] = -means[place] / deviations[place]
    }
    return back
  }

  func raw(_ coefficients: [Double]) -> [Double] { back * coefficients }

  func raw(_ covariance: Matrix) -> Matrix { back * covariance * back.transposed }
}
