import Models
import Panels
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("What would have to be true")
struct SolutionTests {
  private let still = GivenWalks()

  private func solve(
    _ model: GivenWalks, on measure: Measure, by year: Int = 2050, at probability: Double = 0.5,
    futures: Int = 64
  ) async throws -> Solution {
    let forecaster = try ScenarioWorld.forecaster(
      model, measures: [measure], futures: futures, horizon: year - 2025)
    return try await forecaster.solution(
      of: ScenarioWorld.contest(), on: measure, by: year, at: probability)
  }

  /// By hand: 0.6 must become 1 in 25 years, ln(1 / 0.6) / 25 a year.
  @Test func `without variance growth is what arithmetic says`() async throws {
    let found = try await solve(still, on: .outputPPP)
    #expect(found.expected == 0)
    #expect(found.answers.map(\.lever) == [.growth])
    #expect(abs(try #require(found.answers[0].needed) + .log(0.6) / 25) < 1e-6)
    #expect(abs(found.answers[0].expected) < 1e-6)
  }

  /// By hand: 0.6 × 0.5 = 0.3 must become 1: the price level rises by ln(1 / 0.3).
  @Test func `without variance the exchange rate is what arithmetic says`() async throws {
    let found = try await solve(still, on: .outputMER)
    #expect(found.answers.map(\.lever) == [.growth, .exchangeRate])
    #expect(abs(try #require(found.answers[1].needed) + .log(0.3)) < 1e-6)
  }

  /// By hand: 0.6 b = 0.03, so that the burden is 5 %.
  @Test func `without variance the burden is what arithmetic says`() async throws {
    let found = try await solve(still, on: .spendingPPP)
    let burden = try #require(found.answers.last)
    #expect(burden.lever == .burden)
    #expect(abs(burden.expected - 0.02) < 1e-7)
    #expect(abs(try #require(burden.needed) - 0.05) < 1e-6)
  }

  @Test(arguments: [0.1, 0.5, 0.9])
  func `the answer gives the probability that was asked for`(probability: Double) async throws {
    let model = GivenWalks(
      volatility: [.outputPerHead: ["AAA": 0.04, "USA": 0.02], .priceLevel: ["AAA": 0.08]])
    let found = try await solve(model, on: .outputMER, at: probability, futures: 2000)
    let forecaster = try ScenarioWorld.forecaster(
      model, measures: [.outputMER], futures: 2000, horizon: 25)
    // No drift: what is needed beyond the median is what must be added.
    let added = try #require(found.answers[0].needed) - found.answers[0].expected
    let checked = try await ScenarioWorld.forecast(
      under: [
        .growth(.init(powers: ["AAA"], years: 2026...2050, change: .added(added + 1e-7)))
      ], forecaster)
    #expect(abs(checked.crossing.probability(by: 2050) - probability) <= 2 / 2000.0)
  }

  @Test func `what no value within the limits gives is missing`() async throws {
    let model = GivenWalks(volatility: [.burden: ["AAA": 0.01]])
    let found = try await solve(model, on: .spendingPPP, by: 2026, at: 0.5)
    // In one year growth of 20 points makes 0.4 of 0.488 and not of 1.
    #expect(found.answers[0].needed == nil)
    #expect(found.answers[0].reach.upperBound == 0)
  }

  @Test func `a challenger that leads has nothing to solve`() async throws {
    let forecaster = try ScenarioWorld.forecaster(still)
    let contest = try ScenarioWorld.contest(Side("USA"), Side("AAA"))
    await #expect(
      throws: ForecastError.alreadyAhead(Side("USA"), measure: "gdp.ppp", since: 1995)
    ) {
      try await forecaster.solution(of: contest, on: .outputPPP, by: 2050, at: 0.5)
    }
  }

  /// By hand: three countries, spells of two years.
  @Test func `spells are all countries' changes over as many years`() throws {
    let panel = Panel.made(
      .outputPerHead, from: 2000,
      ["AAA": [1, 1.1, 1.21, 1.331], "BBB": [2, 2, 2, .nan], "USA": [1, 1, 1, 1]])
    let spells = Spell.growth(in: panel, lasting: 2, against: "USA")
    #expect(spells.map(\.power) == ["AAA", "AAA", "BBB"])
    #expect(abs(spells[0].change - .log(1.1)) < 1e-12)
    let place = try #require(SpellComparison(of: 0.05, among: spells, years: 2))
    #expect(place.percentile == 1.0 / 3)
    #expect(place.count == 3 && place.countries == 2)
    #expect(SpellComparison(of: 0, among: spells, years: 2)?.percentile == 0.5 / 3)
    #expect(SpellComparison(of: 0, among: [], years: 2) == nil)
  }
}
