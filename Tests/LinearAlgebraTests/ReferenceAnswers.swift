import Foundation
import LinearAlgebra

/// Answers of NumPy, SciPy and statsmodels, computed by `Reference/reference.py`.
struct ReferenceAnswers: Decodable {
  struct Square: Decodable {
    let matrix: [[Double]]
    let rightSide, solution: [Double]
    let inverse: [[Double]]
    let determinant, conditionInOneNorm: Double
    let moduli, realParts: [Double]
  }
  struct Tall: Decodable {
    let matrix: [[Double]]
    let singularValues: [Double]
  }
  struct Symmetric: Decodable {
    let matrix: [[Double]]
    let values: [Double]
  }
  struct Fit: Decodable {
    let coefficients, standardErrors: [Double]
    let covariance: [[Double]]
    let residuals: [Double]
    let variance, rSquared: Double
  }
  struct Regression: Decodable {
    let design: [[Double]]
    let response, weights: [Double]
    let omega: [[Double]]
    let ordinary, weighted, generalised: Fit
  }
  struct MinimumNorm: Decodable {
    let design: [[Double]]
    let response, coefficients: [Double]
    let rank: Int
    let singularValues: [Double]
  }

  let square: Square
  let tall: Tall
  let symmetric: Symmetric
  let regression: Regression
  let collinear, wide: MinimumNorm

  static func load() throws -> ReferenceAnswers {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/reference.json")
    return try JSONDecoder().decode(ReferenceAnswers.self, from: Data(contentsOf: file))
  }
}

extension Matrix {
  /// A matrix written as a page reads, row by row.
  init(rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows[0].count) { i, j in rows[i][j] }
  }
}
