import Probability
import RealModule
import TestSupport
import Testing

@Suite("Quantile forecast")
struct QuantileForecastTests {
  static let levels = [
    0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99,
  ]

  /// scoringrules' `crps_quantile` and `weighted_interval_score`; the parts in plain Python.
  @Test func `scores are scoringrules'`() throws {
    for row in try Reference.rows(of: "quantile_scores.csv") {
      let forecast = QuantileForecast(levels: Self.levels, values: Array(row.dropFirst(6)))
      let score = WeightedIntervalScore(of: forecast, observed: row[0])
      #expect(abs(score.total - row[1]) < 1e-14)
      #expect(abs(score.dispersion - row[2]) < 1e-14)
      #expect(abs(score.overprediction - row[3]) < 1e-14)
      #expect(abs(score.underprediction - row[4]) < 1e-14)
      #expect(abs(forecast.crps(of: row[0]) - row[5]) < 1e-14)
    }
  }

  @Test func `the weighted interval score is twice the mean pinball loss`() throws {
    for row in try Reference.rows(of: "quantile_scores.csv") {
      let forecast = QuantileForecast(levels: Self.levels, values: Array(row.dropFirst(6)))
      let score = WeightedIntervalScore(of: forecast, observed: row[0])
      #expect(abs(score.total - forecast.crps(of: row[0])) < 1e-14)
    }
  }

  /// By hand: levels ¼, ½, ¾ at 0, 1, 4, observed 6; *K = 1*, *α = ½*.
  @Test func `a small forecast is scored as by hand`() {
    let forecast = QuantileForecast(levels: [0.25, 0.5, 0.75], values: [0, 1, 4])
    #expect(forecast.pinballLosses(of: 6) == [1.5, 2.5, 1.5])
    let score = WeightedIntervalScore(of: forecast, observed: 6)
    #expect(abs(score.dispersion - 2.0 / 3) < 1e-15)  // ¼ · 4 / 1.5
    #expect(score.overprediction == 0)
    #expect(abs(score.underprediction - 3) < 1e-15)  // (½ · 5 + 2) / 1.5
  }

  /// The error of *n* levels is of order *1/n*, from the tails left out.
  @Test(arguments: [99, 999, 9_999])
  func `dense levels score as the distribution`(count: Int) {
    let levels = (1...count).map { Double($0) / Double(count + 1) }
    let forecast = QuantileForecast(levels: levels, values: levels.map(Normal.quantile))
    for observed in [-2.0, 0, 0.7] {
      let exact = Normal.crps(of: observed, mean: 0, deviation: 1)
      let score = WeightedIntervalScore(of: forecast, observed: observed).total
      #expect(abs(score - exact) < 2 / Double(count))
    }
  }

  /// The exact expected pinball loss over ten equally likely outcomes, on a grid of values.
  @Test(arguments: [0.25, 0.5, 0.85])
  func `the true quantile has the best expected loss`(level: Double) {
    let outcomes = (1...10).map { Double($0 * $0) }
    let grid = (0...210).map { Double($0) / 2 }
    func expected(_ value: Double) -> Double {
      let forecast = QuantileForecast(levels: [level], values: [value])
      return outcomes.reduce(0) { $0 + forecast.pinballLosses(of: $1)[0] }
    }
    let least = grid.map(expected).min() ?? 0
    let best = grid.filter { expected($0) < least + 1e-9 }
    let below = { (value: Double) in outcomes.count { $0 < value } }
    let upTo = { (value: Double) in outcomes.count { $0 <= value } }
    #expect(!best.isEmpty && best.count < 40)
    #expect(
      best.allSatisfy { Double(below($0)) <= 10 * level && Double(upTo($0)) >= 10 * level })
  }

  @Test func `intervals pair levels about one half`() {
    let forecast = QuantileForecast(levels: [0.1, 0.25, 0.5, 0.75, 0.9], values: [1, 2, 3, 5, 9])
    #expect(forecast.centralIntervals.map(\.range) == [1...9, 2...5])
    #expect(forecast.centralInterval(coverage: 0.8)?.range == 1...9)
    #expect(forecast.centralInterval(coverage: 0.9) == nil)
    #expect(forecast.value(at: 0.5) == 3)
  }

  @Test func `levels without a mirror are misuse for intervals`() async {
    await #expect(processExitsWith: .failure) {
      _ = QuantileForecast(levels: [0.1, 0.5, 0.8], values: [1, 2, 3]).centralIntervals
    }
  }
}

@Suite("Central interval")
struct CentralIntervalTests {
  /// scoringrules' `interval_score`.
  @Test func `scores are scoringrules'`() throws {
    for row in try Reference.rows(of: "interval_scores.csv") {
      let interval = CentralInterval(row[1]...row[2], coverage: row[3])
      #expect(abs(interval.score(of: row[0]) - row[4]) < 1e-13)
    }
  }

  /// Over 1,000 midpoint quantiles of a normal: of all intervals on a grid, the central one wins.
  @Test func `the true interval has the best expected score`() {
    let outcomes = (0..<1000).map { Normal.quantile((Double($0) + 0.5) / 1000) }
    func expected(_ lower: Double, _ upper: Double) -> Double {
      let interval = CentralInterval(lower...upper, coverage: 0.8)
      return outcomes.reduce(0) { $0 + interval.score(of: $1) } / 1000
    }
    let end = Normal.quantile(0.9)
    let best = expected(-end, end)
    for shift in [-0.3, -0.1, 0.1, 0.3] {
      #expect(best < expected(-end + shift, end) && best < expected(-end, end + shift))
      #expect(best < expected(-end + shift, end + shift))
    }
  }

  @Test func `coverage counts the ends as inside`() {
    let interval = CentralInterval(1...3, coverage: 0.5)
    let observed = [0.9, 1, 2, 3, 3.1]
    let coverage = Coverage(of: observed.map { _ in interval }, observed: observed)
    #expect(coverage.covered == Proportion(count: 3, of: 5))
    #expect(coverage.nominal == 0.5 && coverage.meanWidth == 2)
  }

  @Test func `an outcome that is no number is misuse`() async {
    await #expect(processExitsWith: .failure) {
      _ = Coverage(of: [CentralInterval(1...3, coverage: 0.5)], observed: [.nan])
    }
  }
}
