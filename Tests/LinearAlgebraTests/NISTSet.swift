import Foundation
import LinearAlgebra

/// A regression whose answer is certified, from the files in `Reference/nist`.
///
/// **Source.** National Institute of Standards and Technology, Statistical Reference Datasets,
/// https://www.itl.nist.gov/div898/strd/; `check_nist.py` checks each in exact fractions.
struct NISTSet: Sendable {
  let name: String
  let design: Matrix
  let response: [Double]
  let coefficients: [Double]
  let standardErrors: [Double]
  let residualStandardDeviation: Double
  let rSquared: Double

  init(named name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/nist/\(name).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let fields = Dictionary(grouping: lines.map { $0.split(separator: " ").map(String.init) }) {
      $0[0]
    }
    func numbers(_ key: String) -> [[Double]] {
      fields[key, default: []].map { $0.dropFirst().compactMap(Double.init) }
    }
    self.name = name
    let observations = numbers("observation")
    response = observations.map { $0[0] }
    let model = fields["model", default: []][0]
    design = Self.design(model, predictors: observations.map { Array($0.dropFirst()) })
    coefficients = numbers("coefficient").map { $0[0] }
    standardErrors = numbers("coefficient").map { $0[1] }
    residualStandardDeviation = numbers("residualStandardDeviation")[0][0]
    rSquared = numbers("rSquared")[0][0]
  }

  /// The columns as one would write them without a thought: powers by repeated products.
  private static func design(_ model: [String], predictors: [[Double]]) -> Matrix {
    let rows: [[Double]] = predictors.map { x in
      switch model[1] {
      case "polynomial":
        (0...(Int(model[2]) ?? 0)).map { power in (0..<power).reduce(1.0) { p, _ in p * x[0] } }
      case "linear": [1] + x
      default: x
      }
    }
    return Matrix(rows: rows.count, columns: rows[0].count) { i, j in rows[i][j] }
  }
}

/// The digits that agree with a certified number, at most the 15 that are printed.
///
/// Where the certified number is zero it is the digits of zeros after the point.
func agreeingDigits(_ have: Double, _ want: Double) -> Double {
  let error = abs(have - want) / (want.isZero ? 1 : abs(want))
  return error.isNaN ? 0 : min(15, max(0, -log10(error)))
}

/// The fewest digits that agree in two lists.
func agreeingDigits(_ have: [Double], _ want: [Double]) -> Double {
  have.count == want.count ? zip(have, want).map(agreeingDigits).min() ?? 0 : 0
}
