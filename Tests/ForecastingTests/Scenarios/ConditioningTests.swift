import Models
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Conditioning")
struct ConditioningTests {
  /// The walks of `Reference/conditional.py`.
  private let walks = GivenWalks(
    drift: [.outputPerHead: ["USA": 0.01, "AAA": 0.03]],
    volatility: [.outputPerHead: ["USA": 0.02, "AAA": 0.05, "BBB": 0.04]],
    correlation: [["USA", "AAA"]: 0.5, ["AAA", "BBB"]: -0.4])
  private let powers: [Power] = ["USA", "AAA", "BBB"]

  private func given(_ power: Power, _ year: Int, _ level: Double) -> Deviation.Condition {
    Deviation.Condition(factors: [.outputPerHead], power: power, year: year, level: level)
  }

  private func fit(
    under conditions: [Deviation.Condition], _ model: GivenWalks? = nil
  ) async throws -> JointFit {
    let forecaster = try ScenarioWorld.forecaster(model ?? walks)
    let fit = try forecaster.fitted(to: ScenarioWorld.contest()).fits[0]
    let scenario = Scenario(name: "given", deviations: [.conditions(conditions)])
    return fit.under(
      try await ScenarioEffect(scenario, fit: fit, figures: forecaster.figures))
  }

  /// Logarithms of output per head by power and year, over futures that the pilot did not see.
  private func values(
    of fit: JointFit, blocks: Int = 128
  ) throws -> (_ power: Power, _ year: Int) -> [Double] {
    var columns: [Power: [Int: [Double]]] = [:]
    for block in 0..<blocks {
      let futures = fit.block(block, seed: 7)
      let levels = try #require(futures.levels[Indicator.outputPerHead.name])
      for (row, power) in futures.powers.enumerated() {
        for year in futures.years {
          let first = futures.offset(year: year, row: row)
          columns[power, default: [:]][year, default: []] +=
            levels[first..<first + futures.lanes].map { .log(Double($0)) }
        }
      }
    }
    return { columns[$0]?[$1] ?? [] }
  }

  private func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(values.count)).squareRoot())
  }

  /// Against numpy's exact conditional: means to four standard errors of sample and pilot.
  @Test func `futures are draws from the exact conditional distribution`() async throws {
    let bent = try await fit(under: [given("AAA", 2028, 0.75), given("USA", 2027, 0.99)])
    let values = try values(of: bent)
    for row in try Reference.rows(of: "conditional.csv") {
      let (power, year) = (powers[Int(row[0])], Int(row[1]))
      let found = moments(values(power, year))
      // The gain's own error is a sampled regression's, on two values about 0.6 deviations away.
      let whole = 0.05 * Double(year - 2025).squareRoot()
      let error = 4 * (row[3] * row[3] / 4096 + whole * whole / 4096).squareRoot()
      #expect(abs(found.mean - row[2]) < error + 1e-9)
      #expect(abs(found.deviation - row[3]) < 0.05 * row[3] + error)
    }
  }

  @Test func `what is given is so in every future`() async throws {
    let bent = try await fit(under: [given("AAA", 2028, 0.75), given("USA", 2027, 0.99)])
    let values = try values(of: bent, blocks: 4)
    #expect(values("AAA", 2028).allSatisfy { abs($0 - .log(0.75)) < 1e-6 })
    #expect(values("USA", 2027).allSatisfy { abs($0 - .log(0.99)) < 1e-6 })
  }

  @Test func `the model's own median leaves every median where it was`() async throws {
    let free = try await values(of: fit(under: []))
    let bent = try await values(
      of: fit(under: [
        given("AAA", 2028, 0.6 * .exp(0.09)), given("USA", 2028, .exp(0.03)),
      ]))
    for power in powers {
      for year in [2027, 2028, 2035] {
        let (before, after) = (free(power, year).sorted(), bent(power, year).sorted())
        let error = 4 * 1.25 * moments(before).deviation * (2 / 4096.0).squareRoot()
        #expect(
          abs(quantile(0.5, ofSorted: before) - quantile(0.5, ofSorted: after)) < error)
      }
    }
  }

  @Test func `others move with what is given as they are correlated`() async throws {
    let free = try await values(of: fit(under: []))
    let low = try await values(of: fit(under: [given("AAA", 2028, 0.5)]))
    func shift(_ power: Power) -> Double {
      moments(low(power, 2030)).mean - moments(free(power, 2030)).mean
    }
    #expect(shift("USA") < -0.005)
    #expect(shift("BBB") > 0.005)
  }

  /// Independent rows have a sampled correlation that nothing tells from none: not a bit changes.
  @Test func `what is not correlated stays as it is`() async throws {
    let alone = GivenWalks(
      volatility: [
        .outputPerHead: ["USA": 0.02, "AAA": 0.05, "BBB": 0.04], .population: ["AAA": 0.01],
      ])
    let forecaster = try ScenarioWorld.forecaster(alone)
    let fit = try forecaster.fitted(to: ScenarioWorld.contest()).fits[0]
    let bent = try await self.fit(under: [given("AAA", 2028, 0.5)], alone)
    let (before, after) = (fit.block(3, seed: 7), bent.block(3, seed: 7))
    #expect(before.levels["population"] == after.levels["population"])
    for (row, power) in before.powers.enumerated() where power != "AAA" {
      let cell = before.offset(year: 2030, row: row)
      #expect(
        before.levels["gdp_per_capita.ppp"]?[cell] == after.levels["gdp_per_capita.ppp"]?[cell])
    }
  }

  @Test func `conditions given one after another are those given together`() async throws {
    let forecaster = try ScenarioWorld.forecaster(walks)
    let fit = try forecaster.fitted(to: ScenarioWorld.contest()).fits[0]
    let (one, other) = (given("AAA", 2028, 0.75), given("USA", 2027, 0.99))
    func bent(_ deviations: [Deviation]) async throws -> [Float]? {
      fit.under(
        try await ScenarioEffect(
          Scenario(name: "", deviations: deviations), fit: fit, figures: forecaster.figures)
      ).block(0, seed: 1).levels["gdp_per_capita.ppp"]
    }
    let together = try await bent([.conditions([one, other])])
    let apart = try await bent([.conditions([one]), .conditions([other])])
    #expect(together == apart)
  }

  @Test func `a product is given as a whole`() async throws {
    let model = GivenWalks(
      volatility: [.outputPerHead: ["AAA": 0.05], .population: ["AAA": 0.02]])
    let bent = try await fit(
      under: [
        Deviation.Condition(
          factors: [.population, .outputPerHead], power: "AAA", year: 2027, level: 0.7)
      ], model)
    let futures = bent.block(0, seed: 3)
    let row = try #require(futures.powers.firstIndex(of: "AAA"))
    let cell = futures.offset(year: 2027, row: row)
    for lane in 0..<futures.lanes {
      let people = try #require(futures.levels["population"]?[cell + lane])
      let output = try #require(futures.levels["gdp_per_capita.ppp"]?[cell + lane])
      #expect(abs(people * output - 0.7) < 1e-6)
    }
  }

  @Test func `what never moves cannot be given`() async throws {
    await #expect(throws: ScenarioError.fixed("gdp_per_capita.ppp", "AAA", 2027)) {
      try await fit(under: [given("AAA", 2027, 0.7)], GivenWalks())
    }
    await #expect(throws: ScenarioError.self) {
      try await fit(under: [given("AAA", 2027, 0.7), given("AAA", 2027, 0.8)])
    }
  }
}
