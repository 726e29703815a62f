import Probability
import RealModule
import TestSupport
import Testing

@Suite("Vector forecast")
struct VectorForecastTests {
  /// scoringrules' `energy_score`, plain and fair, and `variogram_score` of order ½.
  @Test func `scores are scoringrules'`() throws {
    for row in try Reference.rows(of: "vector_scores.csv") {
      let observed = Array(row[3..<7])
      let forecast = VectorForecast(dimension: 4, values: Array(row[7...]))
      #expect(forecast.count == 15)
      #expect(abs(forecast.energyScore(of: observed) - row[0]) < 1e-13)
      #expect(abs(forecast.energyScore(of: observed, .fair) - row[1]) < 1e-13)
      #expect(abs(forecast.variogramScore(of: observed) - row[2]) < 1e-12)
    }
  }

  @Test func `with one component it is the score of a sample`() throws {
    for row in try Reference.rows(of: "crps_sample.csv") {
      let forecast = VectorForecast(dimension: 1, values: Array(row.dropFirst(3)))
      #expect(abs(forecast.energyScore(of: [row[0]]) - row[1]) < 1e-13)
      #expect(abs(forecast.energyScore(of: [row[0]], .fair) - row[2]) < 1e-13)
    }
  }

  /// By hand: members (0, 0) and (6, 8) are 10 apart, and each is 5 from (3, 4).
  @Test func `two members are scored as by hand`() {
    let forecast = VectorForecast(dimension: 2, values: [0, 0, 6, 8])
    #expect(forecast.energyScore(of: [3, 4]) == 2.5)
    #expect(forecast.energyScore(of: [3, 4], .fair) == 0)
    // |3 − 4| less the mean of 0 and 2, both ways round.
    #expect(forecast.variogramScore(of: [3, 4], order: 1) == 0)
    #expect(forecast.variogramScore(of: [3, 5], order: 1) == 2)
  }

  @Test func `a turn and a shift change nothing`() {
    let values = [0.3, 1, -2, 0.5, 1.5, 1.5, 0, -1]
    let turned = turn(values, shift: 0)
    let score = VectorForecast(dimension: 2, values: values).energyScore(of: [0.2, 0.7])
    let same = VectorForecast(dimension: 2, values: turned)
      .energyScore(of: turn([0.2, 0.7], shift: 0))
    let moved = VectorForecast(dimension: 2, values: turn(values, shift: 64))
      .energyScore(of: turn([0.2, 0.7], shift: 64))
    #expect(abs(same - score) < 1e-15)
    #expect(abs(moved - score) < 1e-13)
  }

  /// The exact expectation where components move together, against the same margins apart.
  @Test func `both scores see dependence`() {
    let together = VectorForecast(dimension: 2, values: [0, 0, 1, 1, 2, 2])
    let apart = VectorForecast(dimension: 2, values: [0, 1, 1, 2, 2, 0])
    let outcomes = [[0.0, 0], [1, 1], [2, 2]]
    func expected(_ score: ([Double]) -> Double) -> Double { outcomes.reduce(0) { $0 + score($1) } }
    #expect(
      expected { together.energyScore(of: $0) } < expected { apart.energyScore(of: $0) } - 0.1)
    #expect(
      expected { together.variogramScore(of: $0) } < expected { apart.variogramScore(of: $0) } - 1)
  }

  /// Each pair turned by the angle of the triangle 3, 4, 5, then moved.
  private func turn(_ values: [Double], shift: Double) -> [Double] {
    stride(from: 0, to: values.count, by: 2).flatMap { i -> [Double] in
      let (x, y) = (values[i], values[i + 1])
      return [0.6 * x - 0.8 * y + shift, 0.8 * x + 0.6 * y - shift]
    }
  }
}
