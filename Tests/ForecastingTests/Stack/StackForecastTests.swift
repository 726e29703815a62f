import Models
import Panels
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Stacked forecast")
struct StackForecastTests {
  let size = Indicator("gdp.ppp", unit: "units")

  /// Thirty powers that wander, from fixed deviates.
  private func data(until last: Int = 1990) -> DataSet {
    var deviates = Deviates(seed: 78)
    var runs: [Power: [Double]] = [:]
    for power in 0..<30 {
      var level = 1 + Double(power) / 10
      runs[Power("P\(power)")] = (1900...last).map { _ in
        level *= .exp(0.02 + 0.04 * deviates.next())
        return level
      }
    }
    return DataSet(panels: [.made(size, from: 1900, runs)], entities: [], checksum: "made")
  }

  private func record(_ weights: [Double]) -> ForecastRecord {
    let lines = [1, 10, 30].map { horizon in
      ForecastRecord.Line(
        measure: "gdp.ppp", horizon: horizon, origin: 1950,
        line: LogitLine(constant: Double(horizon) / 10 - 3, slope: -2))
    }
    return ForecastRecord(
      sums: [], lines: lines,
      weights: [.init(measure: "gdp.ppp", origin: 1950, weights: StackWeights(weights))])
  }

  private func forecast(
    _ options: Forecaster.Options, _ record: ForecastRecord?
  ) async throws -> CrossingForecast {
    var options = options
    options.measures = [.outputPPP]
    options.futures = 1000
    let panel = data()
    let forecaster = try Forecaster(panel, origin: 1990, options: options, record: record)
    let ranked = (0..<30).map { Power("P\($0)") }
      .sorted { (panel[size]?[$0, 1990] ?? 0) > (panel[size]?[$1, 1990] ?? 0) }
    let contest = try Contest(challenger: Side(ranked[3]), incumbent: Side(ranked[0]))
    return try await forecaster.forecast(contest)[0]
  }

  @Test func `all weight on one member is that member's forecast`() async throws {
    var alone = Forecaster.Options()
    alone.models = [StackWeights.members[0].model]
    let one = try await forecast(alone, nil)
    let stack = try await forecast(.stack, record([1, 0, 0]))
    #expect(one.crossing == stack.crossing)
    #expect(one.durable == stack.durable)
    #expect(one.quantiles == stack.quantiles)
  }

  @Test func `every future counts once, whatever the weights`() async throws {
    let stack = try await forecast(.stack, record([0.5, 0.33, 0.17]))
    #expect(stack.crossing.futures == 1000)
  }

  /// The probability is the mean of the futures' and the base rate's, to a half of a future.
  @Test func `the base rate is mixed in by its weight`() async throws {
    let plain = try await forecast(.stack, record([0.7, 0.3, 0]))
    let mixed = try await forecast(.stack, record([0.35, 0.15, 0.5]))
    let record = record([1, 0, 0])
    let gap = -Double.log(plain.ratio)
    for horizon in [1, 10, 30] {
      let base = try #require(
        record.baseRate(on: "gdp.ppp", gap: gap, within: horizon, at: 1990))
      let mean = (plain.crossing.probability(by: 1990 + horizon) + base) / 2
      #expect(abs(mixed.crossing.probability(by: 1990 + horizon) - mean) < 0.0011)
    }
    #expect(mixed.quantiles == plain.quantiles)
  }

  @Test func `what lasts is never likelier than what happens`() async throws {
    for weights in [[0.8, 0.2, 0], [0.4, 0.1, 0.5], [0.1, 0, 0.9]] {
      let found = try await forecast(.stack, record(weights))
      for year in 1991...2040 {
        #expect(
          found.durable.probability(by: year) <= found.crossing.probability(by: year) + 0.0011)
      }
      #expect(found.crossing.counts.allSatisfy { $0 >= 0 })
      #expect(found.durable.counts.allSatisfy { $0 >= 0 })
    }
  }

  @Test func `the weights are those of the latest origin known`() {
    let record = ForecastRecord(
      sums: [], lines: [],
      weights: [
        .init(measure: "m", origin: 1950, weights: StackWeights([1, 0, 0])),
        .init(measure: "m", origin: 1990, weights: StackWeights([0, 1, 0])),
      ])
    #expect(record.stackWeights(on: "m", at: 1949) == nil)
    #expect(record.stackWeights(on: "m", at: 1989) == StackWeights([1, 0, 0]))
    #expect(record.stackWeights(on: "m", at: 2025) == StackWeights([0, 1, 0]))
    #expect(record.stackWeights(on: "other", at: 2025) == nil)
  }

  /// Without a record the base rate is learned from the figures themselves.
  @Test func `a forecast without a record leans on the gap as well`() async throws {
    var models = Forecaster.Options.stack
    models.pool = .equal
    let plain = try await forecast(models, nil)
    let stack = try await forecast(.stack, nil)
    #expect(plain.crossing != stack.crossing)
    #expect(plain.crossing.futures == stack.crossing.futures)
  }
}

@Suite("Stacked backtest")
struct StackedBacktestTests {
  private func event(
    _ origin: Int, _ model: String, _ probability: Double, _ outcome: Bool
  ) -> BacktestResult.Event {
    BacktestResult.Event(
      origin: origin, challenger: "AAA", incumbent: "BBB", horizon: 10, model: model,
      probability: probability, outcome: outcome)
  }

  private func result(_ origins: [Int]) -> BacktestResult {
    BacktestResult(
      events: origins.flatMap { origin in
        zip(StackWeights.names, [0.9, 0.2, 0.5]).map { event(origin, $0, $1, true) }
      })
  }

  /// By hand, with a base rate of 150 years: .05 × 150/190 = .0395 and .9105, so
  /// .9105 × 0.9 + .05 × 0.2 + .0395 × 0.5.
  @Test func `the first forecasts are weighted by the prior`() throws {
    let stack = result([1950]).stacked(since: 1800).events
      .filter { $0.model == StackWeights.name }
    #expect(stack.count == 1)
    let wanted = 0.910526316 * 0.9 + 0.01 + 0.039473684 * 0.5
    #expect(abs(try #require(stack.first).probability - wanted) < 1e-8)
  }

  @Test func `later forecasts lean on who was right`() throws {
    let stack = result([1950, 1955, 1960, 1975]).stacked(since: 1800).events
      .filter { $0.model == StackWeights.name }.map(\.probability)
    // Until something has resolved, only the base rate's experience grows.
    #expect(abs(stack[0] - stack[1]) < 0.001)
    #expect(stack[2] > stack[1])
    #expect(stack[3] > stack[2])
  }

  @Test func `without a member there is no stack`() {
    let alone = BacktestResult(events: [event(1950, "pooled", 0.5, true)])
    #expect(alone.stacked(since: 1800).events.count == 1)
  }
}

@Suite("Mixture of event forecasts")
struct EventMixtureTests {
  let event = EventForecast(years: 2026...2029, counts: [10, 20, 30, 0], futures: 100)

  /// By hand: the means of (.1, .3, .6, .6) and (.3, .5, .6, .8).
  @Test func `probabilities are weighted means`() {
    let mixed = event.mixed(with: [0.3, 0.5, 0.6, 0.8], weight: 0.5)
    #expect(mixed.counts == [20, 20, 20, 10])
    #expect(abs(mixed.never - 0.3) < 1e-12)
  }

  /// By hand: of what is left after 2027 the futures see 3/7 happen in 2028, and nothing after.
  @Test func `where the other's account ends, its rest happens at the futures' pace`() {
    let course = event.extending([0.3, 0.5])
    #expect(course[0] == 0.3 && course[1] == 0.5)
    #expect(abs(course[2] - (0.5 + 0.5 * 3 / 7)) < 1e-12)
    #expect(course[3] == course[2])
  }

  @Test func `an account that falls is held`() {
    #expect(event.extending([0.3, 0.2, 1.5, 0]) == [0.3, 0.3, 1, 1])
  }
}
