import Models
import Panels
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Scenarios")
struct ScenarioLawTests {
  private let moving = GivenWalks(
    drift: [.outputPerHead: ["AAA": 0.02]],
    volatility: [
      .outputPerHead: ["AAA": 0.04, "USA": 0.02], .population: ["AAA": 0.01],
      .burden: ["AAA": 0.1, "BBB": 0.1], .priceLevel: ["AAA": 0.08],
    ])

  @Test func `a scenario without deviations changes nothing`() async throws {
    let forecaster = try ScenarioWorld.forecaster(moving, measures: [.spendingMER], futures: 500)
    let contest = try ScenarioWorld.contest()
    let alone = try await forecaster.forecast(contest)
    let comparison = try await forecaster.forecast(
      contest,
      under: [
        Scenario(name: "nothing", deviations: []),
        Scenario(name: "no conditions", deviations: [.conditions([])]),
        Scenario(
          name: "strong",
          deviations: [
            .shift(.init(indicator: .priceLevel, powers: ["AAA"], year: 2030, amount: 1))
          ]),
      ])
    #expect(alone[0].crossing == comparison.baseline[0].crossing)
    #expect(alone[0].quantiles == comparison.baseline[0].quantiles)
    for nothing in comparison.alternatives.prefix(2) {
      #expect(nothing.forecasts[0].crossing == alone[0].crossing)
      #expect(nothing.forecasts[0].quantiles == alone[0].quantiles)
    }
    #expect(comparison.alternatives[2].forecasts[0].crossing != alone[0].crossing)
  }

  /// By hand: ln(1 / 0.6) / 0.05 = 10.2, so the eleventh year is the first above.
  @Test func `added growth brings the crossing where growth says`() async throws {
    let forecaster = try ScenarioWorld.forecaster()
    let found = try await ScenarioWorld.forecast(
      under: [.growth(.init(powers: ["AAA"], years: 2026...2055, change: .added(0.05)))],
      forecaster)
    #expect(found.crossing.median == 2036)
    let short = try await ScenarioWorld.forecast(
      under: [.growth(.init(powers: ["AAA"], years: 2026...2035, change: .added(0.05)))],
      forecaster)
    #expect(short.crossing.never == 1)
    // Ten years of five points: 0.6 e^0.5, for good.
    let last = try #require(short.quantiles.values[3].last)
    #expect(abs(last - 0.6 * .exp(0.5)) < 0.003)
  }

  /// By hand: 0.6 × 1.03³⁰ = 1.4564, of which the United States have none.
  @Test func `a rate of growth is the median's`() async throws {
    let forecaster = try ScenarioWorld.forecaster(moving, futures: 8000)
    let found = try await ScenarioWorld.forecast(
      under: [.growth(.init(powers: ["AAA"], years: 2026...2055, change: .rate(0.03)))],
      forecaster)
    let median = try #require(found.quantiles.values[3].last)
    // The logarithm's standard deviation is √30 × √(0.04² + 0.02² + 0.01²) = 0.25.
    let error = 4 * 1.25 * 0.25 * (1 / 8000 + 1 / 2048.0).squareRoot()
    #expect(abs(.log(median) - .log(0.6) - 30 * .log(1.03)) < error)
  }

  /// By hand: five years of two points are lost, and half of it comes back over four years.
  @Test func `sanctions cost growth, and some of it comes back`() async throws {
    let forecaster = try ScenarioWorld.forecaster()
    let found = try await ScenarioWorld.forecast(
      under: [
        .growth(
          .init(
            powers: ["AAA"], years: 2027...2031, change: .added(-0.02),
            recovery: .init(part: 0.5, years: 4)))
      ], forecaster)
    let median = found.quantiles.values[3].map { Double.log($0 / 0.6) }
    for (year, loss) in [
      (2026, 0.0), (2027, -0.02), (2031, -0.1), (2032, -0.0875), (2035, -0.05), (2055, -0.05),
    ] {
      #expect(abs(median[year - 2026] - loss) < 0.004)
    }
  }

  @Test func `a burden's median follows its path and a floor lowers nobody`() async throws {
    let forecaster = try ScenarioWorld.forecaster(moving, measures: [.spendingPPP], futures: 8000)
    let path = Deviation.LevelPath(
      indicator: .burden, powers: ["AAA"], points: [.init(year: 2035, level: 0.03)])
    let effect = try await effect(of: [.path(path)], forecaster)
    let medians = await Pilot(effect).medians(
      of: [PilotRow(indicator: .burden, power: "AAA")])
    let line = try #require(medians.values.first)
    // The pilot is the one that the path was laid on: its median is the path's own.
    for (year, level) in [(2035, 0.03), (2055, 0.03)] {
      #expect(abs(try #require(line[year]) - .log(level / (1 - level))) < 1e-6)
    }
    // Half-way on the logit scale.
    let half = (Double.log(0.02 / 0.98) + .log(0.03 / 0.97)) / 2
    #expect(abs(try #require(line[2030]) - half) < 1e-6)
    let floor = Deviation.LevelPath(
      indicator: .burden, powers: ["BBB"], points: [.init(year: 2035, level: 0.03)], kind: .floor)
    let floored = try await self.effect(of: [.path(floor)], forecaster)
    let before = await Pilot(try fit(forecaster)).medians(
      of: [PilotRow(indicator: .burden, power: "BBB")])
    let after = await Pilot(floored).medians(
      of: [PilotRow(indicator: .burden, power: "BBB")])
    #expect(before.values.first?[2040] == after.values.first?[2040])
  }

  @Test func `uncertainty around a path is as wide as it was`() async throws {
    let forecaster = try ScenarioWorld.forecaster(moving, measures: [.outputMER], futures: 2000)
    let path = Deviation.LevelPath(
      indicator: .priceLevel, powers: ["AAA"], points: [.init(year: 2030, level: 0.9)])
    let comparison = try await forecaster.forecast(
      ScenarioWorld.contest(), under: [Scenario(name: "strong", deviations: [.path(path)])])
    let (before, after) = (comparison.baseline[0], comparison.alternatives[0].forecasts[0])
    for step in [5, 15, 29] {
      let widths = [before, after].map {
        Double.log($0.quantiles.values[6][step] / $0.quantiles.values[0][step])
      }
      #expect(abs(widths[0] - widths[1]) < 0.02)
    }
  }

  @Test func `a hazard of slowdowns costs what it says, and more of it costs more`() async throws {
    let forecaster = try ScenarioWorld.forecaster(futures: 4000)
    func slowed(_ probability: Double) async throws -> [Double] {
      try await ScenarioWorld.forecast(
        under: [
          .slowdown(
            .init(
              powers: ["AAA"], years: 2026...2055, probability: probability, drop: 0.02,
              spread: 0, duration: 7))
        ], forecaster
      ).quantiles.values.map { .log($0[29] / 0.6) }
    }
    // Certain in every year: one slowdown after another, thirty years of two points.
    for value in try await slowed(1) { #expect(abs(value + 0.6) < 0.004) }
    for value in try await slowed(0) { #expect(abs(value) < 0.004) }
    let (some, more) = (try await slowed(0.03), try await slowed(0.1))
    #expect(zip(some, more).allSatisfy { $0 >= $1 - 1e-9 })
    #expect(some[3] > more[3])
  }

  /// By hand: without BBB the pact has 1 instead of 1.3; AAA stays at 0.6.
  @Test func `a power that leaves a coalition takes its part with it`() async throws {
    let forecaster = try ScenarioWorld.forecaster()
    let pact = Side(name: "PACT", members: ["BBB", "USA"])
    let leaving = Deviation.membership(
      .init(coalition: "PACT", year: 2031, leaving: ["BBB"]))
    let found = try await ScenarioWorld.forecast(
      under: [leaving], forecaster, of: ScenarioWorld.contest(Side("AAA"), pact))
    let median = found.quantiles.values[3]
    #expect(abs(median[4] - 0.6 / 1.3) < 0.002)
    #expect(abs(median[5] - 0.6) < 0.003)
    // And where it is named itself, it stays; where it goes over, it counts on the other side.
    let named = try await ScenarioWorld.forecast(
      under: [leaving], forecaster,
      of: ScenarioWorld.contest(
        Side("AAA"), Side(name: "PACT+BBB", members: ["BBB", "USA"])))
    #expect(abs(named.quantiles.values[3][5] - 0.6 / 1.3) < 0.002)
    let over = try await ScenarioWorld.forecast(
      under: [leaving, .membership(.init(coalition: "AAA+CCC", year: 2031, joining: ["BBB"]))],
      forecaster,
      of: ScenarioWorld.contest(Side(name: "AAA+CCC", members: ["AAA"]), pact))
    #expect(abs(over.quantiles.values[3][5] - 0.9) < 0.004)
  }

  @Test func `a power that is not drawn cannot join`() async throws {
    let forecaster = try ScenarioWorld.forecaster()
    await #expect(throws: ForecastError.scenario(.notDrawn("ZZZ", coalition: "AAA"))) {
      try await ScenarioWorld.forecast(
        under: [.membership(.init(coalition: "AAA", year: 2030, joining: ["ZZZ"]))], forecaster)
    }
  }

  @Test func `deviations add up in their order`() async throws {
    let forecaster = try ScenarioWorld.forecaster()
    let growth = Deviation.growth(.init(powers: ["AAA"], years: 2026...2035, change: .added(0.01)))
    let twice = Scenario(combining: [
      Scenario(name: "a", deviations: [growth]), Scenario(name: "b", deviations: [growth]),
    ])
    #expect(twice.name == "a+b")
    let found = try await forecaster.forecast(ScenarioWorld.contest(), under: [twice])
    let last = try #require(found.alternatives[0].forecasts[0].quantiles.values[3].last)
    #expect(abs(.log(last / 0.6) - 0.2) < 0.004)
  }

  private func fit(_ forecaster: Forecaster) throws -> JointFit {
    try forecaster.fitted(to: ScenarioWorld.contest()).fits[0]
  }

  private func effect(
    of deviations: [Deviation], _ forecaster: Forecaster
  ) async throws -> JointFit {
    let fit = try fit(forecaster)
    return fit.under(
      try await ScenarioEffect(
        Scenario(name: "test", deviations: deviations), fit: fit, figures: forecaster.figures))
  }
}
