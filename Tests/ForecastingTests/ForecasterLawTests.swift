import Forecasting
import LinearAlgebra
import Models
import Panels
import Probability
import RealModule
import TestSupport
import Testing

/// A model that knows its parameters: independent random walks of given drift and volatility.
struct KnownWalk: Model {
  let name = "known-walk"
  var drift: [Double]
  var volatility: [Double]

  func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let last = panel.years.upperBound
    let count = powers.count
    guard
      let fit = try? RandomWalk.Fit(
        indicator: panel.indicator, powers: powers,
        lastYears: [Int](repeating: last, count: count),
        levels: powers.map { .log(panel[$0, last] ?? .nan) }, drift: Array(drift.prefix(count)),
        driftErrors: [Double](repeating: 0, count: count),
        deviations: Array(volatility.prefix(count)),
        factors: CommonFactors(Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 }))
    else { throw .degenerateShocks(panel.indicator) }
    return fit
  }
}

@Suite("Forecaster's laws")
struct ForecasterLawTests {
  let size = Indicator("gdp.ppp", unit: "units")
  /// AAA is the challenger at 60 % of BBB.
  func data(scale: Double = 1) -> DataSet {
    DataSet(
      panels: [
        .made(
          size, from: 1995,
          [
            "AAA": [Double](repeating: 0.6 * scale, count: 31),
            "BBB": [Double](repeating: scale, count: 31),
            "USA": [Double](repeating: 0.1 * scale, count: 31),
          ])
      ], entities: [], checksum: "sha256:made")
  }

  func forecast(
    _ challenger: Side = Side("AAA"), over incumbent: Side = Side("BBB"), drift: [Double],
    volatility: [Double] = [0.07, 0.07, 0.07], futures: Int = 20_000, scale: Double = 1,
    horizon: Int = 50
  ) async throws -> CrossingForecast {
    var options = Forecaster.Options()
    options.measures = [.outputPPP]
    options.futures = futures
    options.horizon = horizon
    // Rows are in the order of size: BBB, AAA, USA.
    options.models = [KnownWalk(drift: drift, volatility: volatility)]
    let forecaster = try Forecaster(data(scale: scale), options: options)
    return try await forecaster.forecast(
      Contest(challenger: challenger, incumbent: incumbent))[0]
  }

  /// Against numerical convolution: `Reference/first_passage.py`.
  @Test(arguments: [0.0, 0.02, -0.01])
  func `first crossings of random walks are those of another program`(drift: Double) async throws {
    let found = try await forecast(drift: [0, drift, 0])
    for row in try Reference.rows(of: "first_passage.csv") where row[0] == drift {
      let error = 4 * (row[2] * (1 - row[2]) / 20_000).squareRoot()
      #expect(abs(found.crossing.probability(by: 2025 + Int(row[1])) - row[2]) < error)
    }
  }

  /// Against the closed form, its barrier moved by the correction for yearly observation.
  ///
  /// The correction itself is right to 0.002 here, by the same convolution: many small steps.
  @Test(arguments: [0.0, 0.004, -0.002])
  func `first crossings of slow random walks follow the closed form`(
    drift: Double
  ) async throws {
    let found = try await forecast(
      drift: [0, drift, 0], volatility: [0.02, 0.02, 0.02], horizon: 200)
    let passage = FirstPassage(
      distance: -.log(0.6), drift: drift, volatility: 0.02 * 2.0.squareRoot()
    ).observed(every: 1)
    for years in [40, 80, 140, 200] {
      let exact = passage.probability(by: Double(years))
      let error = 4 * (exact * (1 - exact) / 20_000).squareRoot()
      #expect(abs(found.crossing.probability(by: 2025 + years) - exact) < error + 0.002)
    }
  }

  @Test func `another unit of currency changes nothing`() async throws {
    let one = try await forecast(drift: [0, 0.02, 0], scale: 1)
    let other = try await forecast(drift: [0, 0.02, 0], scale: 1024)
    #expect(one.crossing == other.crossing)
    #expect(abs(one.ratio - other.ratio) < 1e-15)
  }

  /// Exact but for rounding, which may move a ratio that lies on 1 to the other side.
  @Test func `growth common to all leaves every crossing where it was`() async throws {
    let one = try await forecast(drift: [0, 0.02, 0])
    let other = try await forecast(drift: [0.01, 0.03, 0.01])
    for year in 2026...2075 {
      #expect(
        abs(one.crossing.probability(by: year) - other.crossing.probability(by: year)) < 1e-4)
    }
  }

  @Test func `probabilities of having crossed never fall`() async throws {
    let found = try await forecast(drift: [0, 0.01, 0])
    for event in [found.crossing, found.durable] {
      let by = event.years.map { event.probability(by: $0) }
      #expect(zip(by, by.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(abs(event.never + (by.last ?? .nan) - 1) < 1e-12)
    }
    for year in 2026...2075 {
      #expect(found.durable.probability(by: year) <= found.crossing.probability(by: year))
    }
  }

  @Test func `the inverse ratio tells the same story`() async throws {
    let rise = try await forecast(drift: [0, 0.02, 0])
    let fall = try await forecast(Side("BBB"), over: Side("AAA"), drift: [0, 0.02, 0])
    #expect(rise.crossedIn == nil)
    #expect(fall.crossedIn == 1995)
    #expect(rise.crossing == fall.reversal)
    #expect(abs(rise.ratio * fall.ratio - 1) < 1e-12)
    for (level, values) in zip(RatioQuantiles.levels, rise.quantiles.values) {
      let mirror = RatioQuantiles.levels.firstIndex { abs($0 - (1 - level)) < 1e-9 }
      let other = try #require(mirror.map { fall.quantiles.values[$0] })
      for (x, y) in zip(values, other) { #expect(abs(.log(x) + .log(y)) < 0.01) }
    }
  }

  @Test func `a coalition of one is the power`() async throws {
    let power = try await forecast(drift: [0, 0.02, 0])
    let coalition = try await forecast(
      Side(name: "alliance", members: ["AAA"]), drift: [0, 0.02, 0])
    #expect(power.crossing == coalition.crossing)
    #expect(power.quantiles == coalition.quantiles)
  }

  @Test func `a coalition is the sum of its members`() async throws {
    let pair = try await forecast(
      Side(name: "AAA+USA", members: ["AAA", "USA"]), drift: [0, 0.02, 0])
    #expect(abs(pair.ratio - 0.7) < 1e-12)
  }

  @Test func `without variance the crossing is where growth says`() async throws {
    // ln(1 / 0.6) / 0.05 = 10.2 years: first seen at or above 1 after eleven.
    let found = try await forecast(drift: [0, 0.05, 0], volatility: [0, 0, 0], futures: 64)
    #expect(found.crossing.median == 2036)
    #expect(found.crossing.year(at: 1) == 2036)
    #expect(found.durable.median == 2036)
    #expect(found.crossing.standardError == 0)
  }

  @Test func `a power cannot pass itself`() {
    #expect(throws: ForecastError.sameSides("AAA")) {
      try Contest(challenger: Side("AAA"), incumbent: Side(name: "x", members: ["BBB", "AAA"]))
    }
  }

  @Test func `a power without the measure is named`() async throws {
    await #expect(throws: ForecastError.self) {
      try await forecast(Side("FRA"), drift: [0, 0, 0])
    }
  }
}
