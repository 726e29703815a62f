import Probability
import RealModule
import TestSupport
import Testing

/// The cases of `Reference/binary.py`: 400 forecasts, some at bin edges, some sure and wrong.
func binaryForecasts() throws -> [BinaryForecast] {
  try Reference.rows(of: "binary_forecasts.csv").map {
    BinaryForecast(probability: $0[0], occurred: $0[1] == 1)
  }
}

@Suite("Binary forecast")
struct BinaryForecastTests {
  @Test func `scores are those worked by hand`() {
    let hit = BinaryForecast(probability: 0.75, occurred: true)
    let miss = BinaryForecast(probability: 0.75, occurred: false)
    #expect(hit.brierScore == 0.0625 && miss.brierScore == 0.5625)
    #expect(hit.logScore(floor: 0) == 0.2876820724517809)  // ln 4/3
    #expect(miss.logScore(floor: 0) == 1.3862943611198906)  // ln 4
  }

  /// scikit-learn's `brier_score_loss`, and `log_loss` with probabilities clipped at the floor.
  @Test func `mean scores are scikit-learn's`() throws {
    let scores = try #require(Reference.rows(of: "binary_scores.csv").first)
    let forecasts = try binaryForecasts()
    let brier = forecasts.reduce(0) { $0 + $1.brierScore } / Double(forecasts.count)
    let log = forecasts.reduce(0) { $0 + $1.logScore(floor: 1 / 20000) } / Double(forecasts.count)
    #expect(abs(brier - scores[0]) < 1e-14)
    #expect(abs(log - scores[1]) < 1e-13)
  }

  /// The exact expectation over a grid of forecasts, where the event has a given probability.
  @Test(arguments: [0.03, 0.2, 0.5, 0.86])
  func `the truth has the best expected score`(truth: Double) {
    let grid = (0...100).map { Double($0) / 100 }
    func best(_ score: (BinaryForecast) -> Double) -> Double? {
      func expected(_ p: Double) -> Double {
        truth * score(BinaryForecast(probability: p, occurred: true))
          + (1 - truth) * score(BinaryForecast(probability: p, occurred: false))
      }
      return grid.min { expected($0) < expected($1) }
    }
    #expect(best(\.brierScore) == truth)
    #expect(best { $0.logScore(floor: 0.001) } == truth)
  }

  @Test func `the floor bounds what a sure forecast can lose`() {
    let wrong = BinaryForecast(probability: 1, occurred: false)
    #expect(abs(wrong.logScore(floor: 0.001) - .log(1000)) < 1e-12)
    #expect(wrong.logScore(floor: 0) == .infinity)
  }

  @Test func `skill is the part saved`() {
    #expect(skill(of: 0.75, against: 1) == 0.25)
    #expect(skill(of: 0.75, against: 0.5) == -0.5)
    #expect(skill(of: 0.1, against: 0) == -.infinity)
    #expect(skill(of: 0, against: 0).isNaN)
  }

  @Test func `a probability that is no number is misuse`() async {
    await #expect(processExitsWith: .failure) {
      _ = BinaryForecast(probability: .nan, occurred: true)
    }
  }
}
