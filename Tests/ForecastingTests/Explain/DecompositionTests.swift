import Models
import Panels
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Decomposition")
struct DecompositionTests {
  private let drivers = [Indicator.population, .outputPerHead, .priceLevel, .burden]

  /// Against `Reference/lmdi.py`: two coalitions of three and two members.
  @Test func `effects are those of another program`() throws {
    let rows = try Reference.rows(of: "lmdi_levels.csv")
    let sides: [[Power]] = [["A0", "A1", "A2"], ["B0", "B1"]]
    var futures = Futures<Double>(years: 2000...2001, powers: sides.flatMap(\.self), lanes: 1)
    for driver in drivers { futures.levels[driver.name] = [Double](repeating: .nan, count: 10) }
    for row in rows {
      let place = Int(row[0]) * 3 + Int(row[1])
      let name = drivers[Int(row[2])].name
      let (first, last) = (
        futures.offset(year: 2000, row: place), futures.offset(year: 2001, row: place)
      )
      futures.levels[name]?[first] = row[3]
      futures.levels[name]?[last] = row[4]
    }
    let terms = try #require(Measure.spendingMER.formula.terms)
    let effects = [0..<3, 3..<5].map { places in
      let side = SideDrivers(terms, futures, rows: Array(places), context: .past)
      return Dictionary(
        uniqueKeysWithValues: zip(side.names, side.effects(from: 2000, to: 2001)))
    }
    for row in try Reference.rows(of: "lmdi_effects.csv") {
      let name = drivers[Int(row[0])].name
      #expect(abs(try #require(effects[0][name]) - row[1]) < 1e-12)
      #expect(abs(try #require(effects[1][name]) - row[2]) < 1e-12)
    }
  }

  @Test(arguments: [
    Measure.outputMER, .spendingMER, .netResources, .capability, .surplus(), .composite,
  ])
  func `effects add up to the change without a remainder`(measure: Measure) async throws {
    var options = Forecaster.Options()
    options.measures = [measure]
    options.horizon = 20
    let forecaster = try Forecaster(EmbeddedFigures.data(), options: options)
    let contest = try Contest(
      challenger: Side(name: "CHN+RUS", members: ["CHN", "RUS"]),
      incumbent: Side(name: "QUAD", members: ["USA", "JPN", "IND", "AUS"]))
    let found = try await forecaster.decomposition(of: contest, on: measure, since: 1995)
    #expect(!found.past.isEmpty && !found.future.isEmpty)
    for step in found.past + found.future {
      #expect(abs(step.change - .log(step.ratios.last / step.ratios.first)) < 1e-10)
    }
    let whole = try #require(Decomposition.Step(joining: found.past))
    #expect(whole.firstYear == found.past.first?.firstYear)
    #expect(abs(whole.change - .log(whole.ratios.last / whole.ratios.first)) < 1e-9)
  }

  /// By hand: the challenger's people double, and nothing else moves: ln 2.
  @Test func `a driver that alone moves takes all of the change`() throws {
    var futures = Futures<Double>(years: 2000...2001, powers: ["AAA"], lanes: 1)
    futures.levels = ["population": [1, 2], "gdp_per_capita.ppp": [3, 3]]
    let terms = try #require(Measure.outputPPP.formula.terms)
    let side = SideDrivers(terms, futures, rows: [0], context: .past)
    let effects = side.effects(from: 2000, to: 2001)
    #expect(abs(effects[0] - .log(2)) < 1e-15)
    #expect(effects[1] == 0)
  }

  @Test func `a driver that begins at zero takes all that it brings`() throws {
    var futures = Futures<Double>(years: 2000...2001, powers: ["AAA", "BBB"], lanes: 1)
    futures.levels = [
      "burden": [0, 0.1, 0.1, 0.1], "population": [1, 1, 1, 1],
      "gdp_per_capita.ppp": [1, 1, 2, 1],
    ]
    let terms = try #require(Measure.spendingPPP.formula.terms)
    let side = SideDrivers(terms, futures, rows: [0, 1], context: .past)
    let effects = Dictionary(
      uniqueKeysWithValues: zip(side.names, side.effects(from: 2000, to: 2001)))
    // From 0.1 to 0.3: ln 3, all of it the burden's.
    #expect(abs(try #require(effects["burden"]) - .log(3)) < 1e-12)
    #expect(effects["population"] == 0)
  }

  @Test func `the logarithmic mean lies between the geometric and the arithmetic one`() {
    for (a, b) in [(1.0, 2.0), (1.0, 1.0), (3.0, 3.0000001), (1e-9, 5.0)] {
      let mean = logarithmicMean(a, b)
      #expect(mean >= (a * b).squareRoot() * (1 - 1e-12))
      #expect(mean <= (a + b) / 2 * (1 + 1e-12))
      #expect(mean == logarithmicMean(b, a) || abs(mean / logarithmicMean(b, a) - 1) < 1e-12)
    }
    // By hand: (e - 1) / 1.
    #expect(abs(logarithmicMean(.exp(1), 1) - (.exp(1) - 1)) < 1e-15)
  }

  @Test func `a tornado's bars are as wide as their drivers vary`() async throws {
    let model = GivenWalks(
      volatility: [
        .outputPerHead: ["AAA": 0.06, "USA": 0.02], .population: ["AAA": 0.01],
      ])
    let forecaster = try ScenarioWorld.forecaster(model, futures: 2000)
    let tornado = try await forecaster.tornado(
      of: ScenarioWorld.contest(), on: .outputPPP, by: 2050)
    #expect(tornado.bars.map(\.driver) == [.outputPerHead, .population])
    // By hand: √25 × √(0.06² + 0.02²); four standard errors of a deviation from 2,048.
    let exact = 5 * (0.0036 + 0.0004).squareRoot()
    #expect(abs(tornado.bars[0].deviation / exact - 1) < 4 / (2 * 2048.0).squareRoot())
    for bar in tornado.bars {
      let (low, high) = (bar.low.probability(by: 2050), bar.high.probability(by: 2050))
      #expect(low < tornado.baseline.probability(by: 2050))
      #expect(high > tornado.baseline.probability(by: 2050))
    }
    let plain = try await forecaster.forecast(ScenarioWorld.contest())
    #expect(tornado.baseline == plain[0].crossing)
  }
}
