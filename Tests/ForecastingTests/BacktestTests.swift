import Models
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Backtest")
struct BacktestTests {
  let size = Indicator("gdp.ppp", unit: "units")
  let years = 1900...1990

  /// Thirty powers that wander, from fixed deviates.
  private func data(changed: (Int, Double) -> Double = { $1 }) -> DataSet {
    var deviates = Deviates(seed: 77)
    var runs: [Power: [Double]] = [:]
    for power in 0..<30 {
      var level = 1 + Double(power) / 10
      runs[Power("P\(power)")] = years.map { year in
        level *= .exp(0.02 + 0.05 * deviates.next())
        return changed(year, level)
      }
    }
    return DataSet(panels: [.made(size, from: 1900, runs)], entities: [], checksum: "made")
  }

  private func options(_ origins: [Int]) -> Backtest.Options {
    var options = Backtest.Options()
    options.origins = origins
    options.horizons = [5, 10]
    options.futures = 320
    options.models = [BaseRate(), SimulatedBacktestModel(Pooled())]
    return options
  }

  @Test func `nothing later than the origin moves a probability`() async throws {
    let origins = [1940, 1960]
    let plain = try await Backtest(data(), options: options(origins)).run()
    let shaken = try await Backtest(
      data { year, level in year > 1960 ? 1 / level : level },
      options: options(origins)
    ).run()
    let before = plain.events.filter { $0.origin == 1960 }
    let after = shaken.events.filter { $0.origin == 1960 }
    #expect(before.count == after.count && !before.isEmpty)
    #expect(before.map(\.probability) == after.map(\.probability))
    #expect(before.map(\.outcome) != after.map(\.outcome))
  }

  /// Every outcome worked out again from the levels, the slow way.
  @Test func `outcomes are what came`() async throws {
    let data = data()
    let panel = try #require(data[size])
    let result = try await Backtest(data, options: options([1950])).run()
    for event in result.events {
      let crossed = (1951...1950 + event.horizon).contains { year in
        (panel[event.challenger, year] ?? .nan) >= (panel[event.incumbent, year] ?? .nan)
      }
      #expect(event.outcome == crossed)
    }
  }

  @Test func `pairs are those behind by no more than the ratio`() async throws {
    let data = data()
    let panel = try #require(data[size])
    let result = try await Backtest(data, options: options([1950])).run()
    for event in result.events {
      let ratio =
        (panel[event.challenger, 1950] ?? .nan) / (panel[event.incumbent, 1950] ?? .nan)
      #expect(ratio < 1 && ratio >= 0.2)
    }
    let models = Dictionary(grouping: result.events, by: \.model).mapValues(\.count)
    #expect(models["base-rate"] == models["pooled"])
  }

  @Test func `unresolved years give no rows`() async throws {
    let result = try await Backtest(data(), options: options([1984])).run()
    #expect(result.events.allSatisfy { $0.horizon == 5 })
    #expect(result.levels.allSatisfy { $0.horizon == 5 })
  }

  /// What is needed is just below all that the power that has fallen most ever had.
  @Test func `a measure that falls to nothing is forecast, and its growth left out`() async throws {
    let data = data()
    let panel = try #require(data[size])
    func least(_ power: Power) -> Double {
      (1930...1950).map { panel[power, $0] ?? .nan }.min() ?? .nan
    }
    let low = try #require(
      panel.powers.min {
        (panel[$0, 1950] ?? .nan) / least($0) < (panel[$1, 1950] ?? .nan) / least($1)
      })
    var options = options([1950])
    options.measure = Measure(
      name: "rest", title: "what is left", unit: "units",
      formula: .maximum(
        .constant(0), .difference(.indicator(size), .constant(0.97 * least(low)))))
    let result = try await Backtest(data, options: options).run()
    #expect(result.events.contains { $0.challenger == low })
    #expect(!result.levels.contains { $0.power == low })
    #expect(!result.levels.isEmpty)
  }

  @Test func `the same seed gives the same result`() async throws {
    let one = try await Backtest(data(), options: options([1940, 1950, 1960])).run()
    let two = try await Backtest(data(), options: options([1940, 1950, 1960])).run()
    #expect(one.events.map(\.probability) == two.events.map(\.probability))
    #expect(one.levels.map(\.crps) == two.levels.map(\.crps))
  }

  @Test func `an origin outside the data is refused`() {
    #expect(throws: ForecastError.originAfterData(2050, last: 1990)) {
      try Backtest(data(), options: options([2050]))
    }
    #expect(throws: ForecastError.originBeforeData(1850, first: 1900)) {
      try Backtest(data(), options: options([1850]))
    }
  }

  @Test func `the base rate falls with the gap and learns from what had ended`() throws {
    let data = data()
    let options = options([1960])
    let gaps = GapRecord(MeasureRecord(.outputPPP.resolved(in: data), data: data), options: options)
    let line = try #require(gaps.line(at: 1970, horizon: 10))
    #expect(line.probability(at: 0.05) > line.probability(at: 0.5))
    // The first universe is of 1920: nothing has ended ten years later but at 1930.
    #expect(gaps.line(at: 1929, horizon: 10) == nil)
    #expect(gaps.line(at: 1960, horizon: 10) != gaps.line(at: 1970, horizon: 10))
  }
}

@Suite("Forecast record")
struct ForecastRecordTests {
  private func sum(_ origin: Int, _ brier: Double) -> ForecastRecord.Sum {
    ForecastRecord.Sum(
      measure: "m", model: "pooled", horizon: 10, origin: origin, pairs: 5, brier: brier,
      baseRate: 1)
  }

  @Test func `skill counts what had resolved by the origin`() {
    let record = ForecastRecord(sums: [sum(1980, 0.8), sum(1990, 0.2)], lines: [])
    #expect(record.skill(of: "pooled", on: "m", horizon: 10, by: 1989) == nil)
    let early = record.skill(of: "pooled", on: "m", horizon: 10, by: 1995)
    #expect(abs((early ?? .nan) - 0.2) < 1e-12)
    let late = record.skill(of: "pooled", on: "m", horizon: 10, by: 2000)
    #expect(abs((late ?? .nan) - 0.5) < 1e-12)
    #expect(record.skill(of: "other", on: "m", horizon: 10, by: 2000) == nil)
  }

  @Test func `the base rate is of the latest origin known, and lies between its horizons`() throws {
    func line(_ origin: Int, _ horizon: Int, _ constant: Double) -> ForecastRecord.Line {
      ForecastRecord.Line(
        measure: "m", horizon: horizon, origin: origin,
        line: LogitLine(constant: constant, slope: -2))
    }
    let record = ForecastRecord(
      sums: [], lines: [line(1990, 10, 9), line(2000, 10, 0), line(2000, 20, 1)])
    let ten = try #require(record.baseRate(on: "m", gap: 0.5, within: 10, at: 2005))
    #expect(abs(ten - 1 / (1 + .exp(1))) < 1e-12)
    let fifteen = try #require(record.baseRate(on: "m", gap: 0.5, within: 15, at: 2005))
    let twenty = try #require(record.baseRate(on: "m", gap: 0.5, within: 20, at: 2005))
    #expect(ten < fifteen && fifteen < twenty)
    #expect(record.baseRate(on: "m", gap: 0.5, within: 30, at: 2005) == nil)
    #expect(record.baseRate(on: "m", gap: 0.5, within: 10, at: 1980) == nil)
  }
}

@Suite("Held powers")
struct HeldPowersTests {
  let size = Indicator("iron_steel", unit: "tons")

  @Test func `what cannot be learned is held in proportion, and a zero at zero`() throws {
    var deviates = Deviates(seed: 4)
    func walk() -> [Double] {
      deviates.next(60).reduce(into: [100.0]) { $0.append($0[$0.count - 1] * .exp(0.05 * $1)) }
    }
    let short = [Double](repeating: .nan, count: 55) + [1, 2, 3, 4, 5, 6]
    let panel = Panel.made(
      size, from: 1950,
      ["AAA": walk(), "BBB": walk(), "NEW": short, "NUL": [Double](repeating: 0, count: 61)])
    let powers: [Power] = ["AAA", "NEW", "BBB", "NUL"]
    let data = DataSet(panels: [panel], entities: [], checksum: "made")
    let fit = try RandomWalk().fit(panel, for: powers)
    #expect(fit.powers == ["AAA", "BBB"])
    let joint = JointFit(
      fits: [fit], held: [size], data: data, past: Futures(past: data, of: [size]),
      powers: powers, lastYear: 2030)
    #expect(joint.years == 2011...2030)
    let futures = joint.block(0, seed: 1)
    let levels = try #require(futures.levels["iron_steel"])
    let start = 6 / ((panel["AAA", 2010] ?? .nan) + (panel["BBB", 2010] ?? .nan))
    for lane in 0..<32 {
      func level(_ row: Int) -> Double {
        Double(levels[futures.offset(year: 2030, row: row) + lane])
      }
      #expect(abs(level(1) / (level(0) + level(2)) / start - 1) < 1e-6)
      #expect(level(3) == 0)
    }
  }
}

@Suite("Reliability of the record")
struct ReliabilityTests {
  private func event(_ origin: Int, _ probability: Double, _ outcome: Bool) -> BacktestResult.Event
  {
    BacktestResult.Event(
      origin: origin, challenger: "AAA", incumbent: "BBB", horizon: 10,
      model: StackWeights.name, probability: probability, outcome: outcome)
  }

  private var record: ForecastRecord {
    let result = BacktestResult(events: [
      event(1950, 0.02, false), event(1950, 0.06, true), event(1950, 0.95, true),
      event(1984, 0.04, false), event(1984, 1, true),
    ])
    return ForecastRecord(
      sums: [], lines: [], bins: ForecastRecord.Bin.bins(of: result, measure: "m"))
  }

  /// By hand: of .02, .04 and .06 one came true; .95 and 1 share the last bin.
  @Test func `a bin holds forecasts of similar probability`() {
    let bins = record.reliability(of: StackWeights.name, on: "m", horizon: 10, by: 2000)
    #expect(bins.map(\.range) == [0...0.1, 0.9...1])
    #expect(bins.map(\.count) == [3, 2])
    #expect(bins.map(\.occurred) == [1, 2])
    #expect(abs(bins[0].meanProbability - 0.04) < 1e-12)
    #expect(abs(bins[1].meanProbability - 0.975) < 1e-12)
  }

  @Test func `what resolved after the origin is not counted`() {
    let bins = record.reliability(of: StackWeights.name, on: "m", horizon: 10, by: 1993)
    #expect(bins.map(\.count) == [2, 1])
    #expect(record.reliability(of: "pooled", on: "m", horizon: 10, by: 2000).isEmpty)
    #expect(record.reliability(of: StackWeights.name, on: "m", horizon: 20, by: 2000).isEmpty)
  }

  @Test func `bins hold every forecast once`() async throws {
    var deviates = Deviates(seed: 9)
    let events = (0..<500).map { index in
      let probability = 1 / (1 + .exp(-deviates.next()))
      return event(1900 + index % 90, probability, deviates.next() < 0)
    }
    let bins = ForecastRecord.Bin.bins(of: BacktestResult(events: events), measure: "m")
    #expect(bins.reduce(0) { $0 + $1.count } == 500)
    #expect(bins.reduce(0) { $0 + $1.occurred } == events.count { $0.outcome })
    let sum = events.reduce(0) { $0 + $1.probability }
    #expect(abs(bins.reduce(0) { $0 + $1.probability } - sum) < 1e-9)
  }

  /// The record is as old as the figures allow: prices and burdens begin in 1960.
  @Test(arguments: [
    (Measure.outputPPP, 1900, 2016, 20), (.outputMER, 1970, 2016, 10), (.composite, 1970, 2016, 10),
    (.capability, 1870, 2014, 20),
  ])
  func `the origins of a record are those that the figures allow`(
    measure: Measure, first: Int, last: Int, history: Int
  ) {
    let options = Backtest.Options(recordOf: measure)
    #expect(options.origins == Array(stride(from: first, through: last, by: 2)))
    #expect(options.minHistory == history)
  }
}
