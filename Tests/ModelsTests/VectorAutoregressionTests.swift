import LinearAlgebra
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Vector autoregression")
struct VectorAutoregressionTests {
  private typealias Posterior = VectorAutoregression.Posterior
  private typealias Recursion = VectorAutoregression.Recursion

  /// The parts of `Reference/vector_autoregression.csv`.
  private struct Answers {
    let growth, unrestricted, mean, covariance, forecast: Matrix

    init() throws {
      let rows = try Reference.rows(of: "vector_autoregression.csv")
      func part(_ range: Range<Int>) -> Matrix {
        Matrix(rows: range.count, columns: 3) { rows[range.lowerBound + $0][$1] }
      }
      growth = part(0..<40)
      unrestricted = part(40..<47)
      mean = part(47..<54)
      covariance = part(54..<57)
      forecast = part(57..<63)
    }
  }

  private func options(_ change: (inout VectorAutoregression.Options) -> Void)
    -> VectorAutoregression.Options
  {
    var options = VectorAutoregression.Options()
    options.lags = 2
    change(&options)
    return options
  }

  /// By statsmodels: without a prior it is ordinary least squares.
  @Test func `is least squares under a prior without weight`() throws {
    let answers = try Answers()
    let posterior = try Posterior(
      answers.growth,
      options: options {
        $0.tightness = 1e6
        $0.constantTightness = 1e6
      })
    #expect(distance(posterior.coefficients, answers.unrestricted) < 1e-9)
  }

  /// By NumPy: rows of made-up observations under the years.
  @Test func `has the mean of made-up observations`() throws {
    let answers = try Answers()
    let posterior = try Posterior(
      answers.growth,
      options: options {
        $0.tightness = 0.2
        $0.constantTightness = 0.5
        $0.ownLag = 0.3
        $0.covarianceYears = 10
      })
    #expect(distance(posterior.coefficients, answers.mean) < 1e-12)
    #expect(distance(posterior.covariance, answers.covariance) < 1e-12)
  }

  /// By statsmodels' forecast of several years: each year's growth becomes the next one's lag.
  @Test func `goes on as statsmodels does`() throws {
    let answers = try Answers()
    let recursion = Recursion(answers.unrestricted.transposed)
    var state = Recursion.State(answers.growth, lags: 2, lanes: 4)
    for ahead in 0..<6 {
      let next = recursion.mean(after: state)
      for row in 0..<3 {
        for lane in 0..<4 { #expect(abs(next[lane, row] - answers.forecast[ahead, row]) < 1e-12) }
      }
      state.append(next)
    }
  }

  /// By law: *h* steps without constants are the companion matrix to the power of *h*.
  @Test func `is a power of the companion matrix`() throws {
    let answers = try Answers()
    var coefficients = answers.unrestricted
    for row in 0..<3 { coefficients[0, row] = 0 }
    let recursion = Recursion(coefficients.transposed)
    let companion = Recursion.companion(of: coefficients.transposed)
    var state = Recursion.State(answers.growth, lags: 2, lanes: 1)
    var stacked = answers.growth.row(39) + answers.growth.row(38)
    for _ in 0..<12 {
      let next = recursion.mean(after: state)
      stacked = companion * stacked
      for row in 0..<3 { #expect(abs(next[0, row] - stacked[row]) < 1e-12) }
      state.append(next)
    }
  }

  /// By law: scaled back, the largest modulus is what is let be.
  @Test func `scales back what would grow`() {
    let coefficients = Matrix(rows: 3, columns: 1, elements: [0, 1.5, 0.2])
    let recursion = Recursion(coefficients.transposed)
    var state = Recursion.State(Matrix(rows: 2, columns: 1, elements: [1, 1]), lags: 2, lanes: 1)
    var sizes: [Double] = []
    for _ in 0..<200 {
      let next = recursion.mean(after: state)
      sizes.append(next[0, 0])
      state.append(next)
    }
    #expect(abs(sizes[199] / sizes[198] - Recursion.largestRadius) < 1e-9)
  }

  /// By law of the normal: over many draws the coefficients' mean and variance are the posterior's.
  @Test func `draws coefficients around their mean`() throws {
    let answers = try Answers()
    let posterior = try Posterior(answers.growth, options: options { $0.tightness = 0.2 })
    var deviates = Deviates(seed: 5)
    let count = 2000
    var sum = Matrix(rows: 7, columns: 3) { _, _ in 0 }
    var squares = 0.0
    for _ in 0..<count {
      let drawn = posterior.equations(
        at: Matrix(rows: 3, columns: 7, elements: deviates.next(21))
      ).transposed
      sum = sum + drawn
      let error = drawn[1, 0] - posterior.coefficients[1, 0]
      squares += error * error
    }
    #expect(distance((1 / Double(count)) * sum, posterior.coefficients) < 0.02)
    let deviation = (squares / Double(count)).squareRoot()
    // Years only add to what a prior of 0.2 knows, in units of a covariance near 1.
    #expect((0.05...0.2 * posterior.covariance[0, 0].squareRoot()).contains(deviation))
  }

  private func distance(_ a: Matrix, _ b: Matrix) -> Double {
    (a - b).elements.map(\.magnitude).max() ?? 0
  }
}
