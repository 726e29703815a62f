import Foundation
import LinearAlgebra
import RealModule

/// A nonlinear regression whose answer is certified, from `Reference/nist-nonlinear`.
///
/// **Source.** National Institute of Standards and Technology, Statistical Reference Datasets,
/// https://www.itl.nist.gov/div898/strd/; `check_nist_nonlinear.py` checks each in 50 digits.
struct NonlinearNISTSet: Sendable {
  let name: String
  let response: [Double]
  let predictors: [[Double]]
  let parameters: [Double]
  let standardErrors: [Double]
  /// The two starting points.
  let starts: [[Double]]
  let residualSumOfSquares: Double

  init(named name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/nist-nonlinear/\(name).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let fields = Dictionary(grouping: lines.map { $0.split(separator: " ").map(String.init) }) {
      $0[0]
    }
    func numbers(_ key: String) -> [[Double]] {
      fields[key, default: []].map { $0.dropFirst().compactMap(Double.init) }
    }
    self.name = name
    let observations = numbers("observation")
    response = observations.map { name == "Nelson" ? .log($0[0]) : $0[0] }
    predictors = observations.map { Array($0.dropFirst()) }
    let rows = numbers("parameter")
    parameters = rows.map { $0[0] }
    standardErrors = rows.map { $0[1] }
    starts = [rows.map { $0[2] }, rows.map { $0[3] }]
    residualSumOfSquares = numbers("residualSumOfSquares")[0][0]
  }

  func fit(from start: Int) throws -> LevenbergMarquardt {
    try LevenbergMarquardt(
      response: response, from: starts[start - 1],
      model: { b in values(b).map(\.value) },
      jacobian: { b in
        let values = values(b)
        return Matrix(rows: values.count, columns: b.count) { values[$0].slopes[$1] }
      })
  }

  private func values(_ parameters: [Double]) -> [Dual] {
    let b = Dual.parameters(parameters)
    return predictors.map { value(b, $0) }
  }
}

extension NonlinearNISTSet {
  /// The models as their files write them.
  private func value(_ b: [Dual], _ predictors: [Double]) -> Dual {
    let x = predictors[0]
    return switch name {
    case "Misra1a", "BoxBOD": b[0] * (1 - .exp(-x * b[1]))
    case "Misra1b": b[0] * (1 - 1 / ((1 + x / 2 * b[1]) * (1 + x / 2 * b[1])))
    case "Misra1c": b[0] * (1 - .exp(-0.5 * Dual.log(1 + 2 * x * b[1])))
    case "Misra1d": b[0] * b[1] * x / (1 + x * b[1])
    case "Chwirut1", "Chwirut2": Dual.exp(-x * b[0]) / (b[1] + x * b[2])
    case "DanWood": b[0] * .exp(.log(x) * b[1])
    case "Lanczos1", "Lanczos2", "Lanczos3":
      b[0] * .exp(-x * b[1]) + b[2] * .exp(-x * b[3]) + b[4] * .exp(-x * b[5])
    case "Gauss1", "Gauss2", "Gauss3":
      b[0] * .exp(-x * b[1]) + peak(x, b[2...4]) + peak(x, b[5...7])
    case "Kirby2": (b[0] + x * (b[1] + x * b[2])) / (1 + x * (b[3] + x * b[4]))
    case "Hahn1", "Thurber":
      (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / (1 + x * (b[4] + x * (b[5] + x * b[6])))
    case "Nelson": b[0] - x * b[1] * .exp(-predictors[1] * b[2])
    case "MGH17": b[0] + b[1] * .exp(-x * b[3]) + b[2] * .exp(-x * b[4])
    case "Roszman1": b[0] - x * b[1] - 1 / .pi * Dual.atan(b[2] / (x - b[3]))
    case "ENSO":
      b[0] + wave(2 * .pi * x / 12 * constant(1, b), b[1], b[2])
        + wave(2 * .pi * x / b[3], b[4], b[5]) + wave(2 * .pi * x / b[6], b[7], b[8])
    case "MGH09": b[0] * x * (x + b[1]) / (x * (x + b[2]) + b[3])
    case "Rat42": b[0] / (1 + Dual.exp(b[1] - x * b[2]))
    case "Rat43": b[0] * .exp(-Dual.log(1 + Dual.exp(b[1] - x * b[2])) / b[3])
    case "MGH10": b[0] * .exp(b[1] / (x + b[2]))
    case "Eckerle4": b[0] / b[1] * .exp(-0.5 * square((x - b[2]) / b[1]))
    case "Bennett5": b[0] * .exp(-Dual.log(x + b[1]) / b[2])
    default: preconditionFailure("no model is named \(name)")
    }
  }

  private func peak(_ x: Double, _ b: ArraySlice<Dual>) -> Dual {
    let k = b.startIndex
    return b[k] * .exp(-square((x - b[k + 1]) / b[k + 2]))
  }

  private func wave(_ angle: Dual, _ cosine: Dual, _ sine: Dual) -> Dual {
    cosine * .cos(angle) + sine * .sin(angle)
  }

  private func square(_ a: Dual) -> Dual { a * a }

  private func constant(_ value: Double, _ b: [Dual]) -> Dual {
    Dual(value: value, slopes: b.map { _ in 0 })
  }
}
