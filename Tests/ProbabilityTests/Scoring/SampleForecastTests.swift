import Probability
import RealModule
import TestSupport
import Testing

@Suite("Sample forecast")
struct SampleForecastTests {
  /// properscoring's `crps_ensemble`, scoringrules' with the estimator `fair`; ties included.
  @Test func `scores are those of two libraries`() throws {
    for row in try Reference.rows(of: "crps_sample.csv") {
      let forecast = SampleForecast(Array(row.dropFirst(3)))
      #expect(abs(forecast.crps(of: row[0]) - row[1]) < 1e-13)
      #expect(abs(forecast.crps(of: row[0], .fair) - row[2]) < 1e-13)
    }
  }

  /// By hand: distances 1 and 2 from 1, one pair 3 apart: *1.5 − 3/4* and *1.5 − 3/2*.
  @Test func `two values are scored as by hand`() {
    let forecast = SampleForecast([3, 0])
    #expect(forecast.crps(of: 1) == 0.75)
    #expect(forecast.crps(of: 1, .fair) == 0)
    #expect(SampleForecast([3]).crps(of: 1) == 2)
  }

  @Test func `a shift changes nothing and a scale scales`() throws {
    for row in try Reference.rows(of: "crps_sample.csv") {
      let values = Array(row.dropFirst(3))
      let score = SampleForecast(values).crps(of: row[0])
      let moved = SampleForecast(values.map { 2.5 * $0 + 1024 }).crps(of: 2.5 * row[0] + 1024)
      let mirrored = SampleForecast(values.map { -$0 }).crps(of: -row[0])
      #expect(abs(moved - 2.5 * score) < 1e-11)
      #expect(abs(mirrored - score) < 1e-14)
    }
  }

  /// The sample is the normal's quantiles at the midpoints of *n* equal parts; what remains of
  /// order *1/n* is bounded by *2/n* here.
  @Test(arguments: [100, 1_000, 10_000])
  func `a large sample scores as its distribution`(n: Int) {
    let forecast = SampleForecast(
      (0..<n).map { 0.3 + 1.7 * Normal.quantile((Double($0) + 0.5) / Double(n)) })
    for observed in [-4.0, 0.3, 1, 5] {
      let exact = Normal.crps(of: observed, mean: 0.3, deviation: 1.7)
      #expect(abs(forecast.crps(of: observed) - exact) < 2 / Double(n))
    }
  }

  /// Over all 4⁴ samples of four from a uniform distribution on four points: the mean of the fair
  /// score is the score of the distribution, and of the plain one it is higher.
  @Test func `the fair score is unbiased`() {
    let points = [0.0, 1, 3, 7]
    let truth = SampleForecast(points)
    var fair = 0.0
    var plain = 0.0
    for code in 0..<256 {
      let sample = SampleForecast((0..<4).map { points[code >> (2 * $0) & 3] })
      fair += sample.crps(of: 2.5, .fair) / 256
      plain += sample.crps(of: 2.5) / 256
    }
    #expect(abs(fair - truth.crps(of: 2.5)) < 1e-13)
    #expect(plain > fair + 0.1)
  }

  /// The exact expectation over a distribution on four points, against others on the same points.
  @Test func `the truth has the best expected score`() {
    let truth = [0.0, 1, 1, 2, 5]
    func expected(_ forecast: [Double]) -> Double {
      truth.reduce(0) { $0 + SampleForecast(forecast).crps(of: $1) }
    }
    for other in [[0.0, 1, 2, 2, 5], [1, 1, 1, 1, 1], [0, 0, 1, 2, 5], [0, 1, 1, 2, 4.5]] {
      #expect(expected(truth) < expected(other) - 1e-3)
    }
  }

  /// By hand: of 0, 1, 1, 4 one is below 1 and three are up to it.
  @Test func `an integral transform is spread over ties`() {
    let forecast = SampleForecast([4, 1, 0, 1])
    #expect(forecast.integralTransform(of: 1, deviate: 0) == 0.25)
    #expect(forecast.integralTransform(of: 1, deviate: 0.5) == 0.5)
    #expect(forecast.integralTransform(of: 1, deviate: 1) == 0.75)
    #expect(forecast.integralTransform(of: 2, deviate: 0.3) == 0.75)
    #expect(forecast.integralTransform(of: -1, deviate: 0.3) == 0)
    #expect(forecast.integralTransform(of: 9, deviate: 0.3) == 1)
  }

  @Test func `quantiles and mean are the sample's`() {
    let forecast = SampleForecast([3, 1, 2, 5, 4])
    #expect(forecast.mean == 3)
    #expect(forecast.quantiles(at: [0.25, 0.5, 0.9]).values == [2, 3, 4.6])
  }

  @Test func `an outcome that is no number is misuse`() async {
    await #expect(processExitsWith: .failure) { _ = SampleForecast([1, 2]).crps(of: .nan) }
  }

  @Test func `an empty sample is misuse`() async {
    await #expect(processExitsWith: .failure) { _ = SampleForecast([]) }
  }
}

@Suite("Score of a normal forecast")
struct NormalScoringTests {
  /// properscoring's `crps_gaussian`.
  @Test func `is properscoring's`() throws {
    for row in try Reference.rows(of: "crps_normal.csv") {
      let score = Normal.crps(of: row[0], mean: row[1], deviation: row[2])
      #expect(abs(score - row[3]) < 1e-14 * max(1, row[3]))
    }
  }

  /// At its own mean a standard normal costs *(√2 − 1)/√π*.
  @Test func `at the mean it is known`() {
    let known = (2.0.squareRoot() - 1) / Double.pi.squareRoot()
    #expect(abs(Normal.crps(of: 2, mean: 2, deviation: 3) - 3 * known) < 1e-15)
  }
}
