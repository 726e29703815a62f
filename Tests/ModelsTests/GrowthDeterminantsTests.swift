import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Determinants of growth")
struct GrowthDeterminantsTests {
  private let income = Indicator.outputPerHead

  private func runs(_ levels: [Power: [Double]]) throws -> Runs {
    try Runs(.made(income, from: 2000, levels), atLeast: 2, atMost: 60)
  }

  private func people(_ levels: [Power: [Double]]) -> DataSet {
    DataSet(panels: [.made(.population, from: 2000, levels)], entities: [], checksum: "made")
  }

  /// By hand: half the leader's level pulls with .02 log 2 − .003 (log 2)².
  @Test func `a country behind the leader is pulled`() throws {
    let runs = try runs(["USA": [2, 2, 2], "BBB": [1, 1, 1]])
    let expected = GrowthDeterminants(leader: .unitedStates).expected(of: runs)
    let gap = Double.log(2)
    let behind = try #require(runs.powers.firstIndex(of: "BBB"))
    #expect(expected[behind].allSatisfy { abs($0 - (0.02 * gap - 0.003 * gap * gap)) < 1e-15 })
    #expect(expected[1 - behind].allSatisfy { $0 == 0 })
  }

  /// By hand: after a fall by a fifth .04 of log(1 / .8) is made good in a year, and nothing once the
  /// old level is passed.
  @Test func `a slump is made good`() throws {
    let runs = try runs(["USA": [1, 0.8, 0.9, 1.1, 1.2]])
    let expected = GrowthDeterminants(leader: .unitedStates).expected(of: runs)[0]
    let want = [0, 0.04 * .log(1 / 0.8), 0.04 * .log(1 / 0.9), 0]
    #expect(zip(expected, want).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  /// Of two countries one grows by a hundredth a year more: each is half of that away from the mean.
  @Test func `people who multiply dilute growth per head`() throws {
    let years = (0..<10).map(Double.init)
    let conditions = GrowthConditions.people(
      people(["AAA": years.map { .exp(0.02 * $0) }, "BBB": years.map { .exp(0.01 * $0) }]))
    #expect(abs(conditions["AAA", 2007] + 0.7 * 0.005) < 1e-12)
    #expect(abs(conditions["BBB", 2007] - 0.7 * 0.005) < 1e-12)
    // Five years back there is no figure, and of a stranger none at all: as the mean country.
    #expect(conditions["AAA", 2003] == 0)
    #expect(conditions["CCC", 2007] == 0)
  }

  @Test func `a last value stands for ten years and no longer`() {
    let panel = Panel.made(.humanCapital, from: 2000, ["AAA": [3], "BBB": [1]])
    let demeaned = Demeaned(panel) { series in { series[$0] } }
    #expect(demeaned["AAA", 2000] == 1)
    #expect(demeaned["AAA", 2010] == 1)
    #expect(demeaned["AAA", 2011] == 0)
    #expect(demeaned["AAA", 1999] == 0)
  }

  /// Nothing later than the origin: other figures of later years change nothing before them.
  @Test func `conditions of a year do not depend on later years`() {
    let years = (0..<20).map(Double.init)
    func data(_ last: Double) -> DataSet {
      people([
        "AAA": years.map { .exp(0.02 * $0) } + [last], "BBB": years.map { .exp(0.01 * $0) } + [1],
      ])
    }
    let (one, other) = (GrowthConditions.people(data(1.5)), GrowthConditions.people(data(1.6)))
    #expect(one["AAA", 2015] == other["AAA", 2015])
    #expect(one["AAA", 2020] != other["AAA", 2020])
  }

  /// A law of the futures: of two countries alike, the one that fell is expected to grow faster.
  @Test func `futures rise again after a fall`() throws {
    var deviates = Deviates(seed: 4)
    var levels: [Power: [Double]] = [:]
    for power in (["USA", "AAA", "BBB"] + (0..<22).map { Power("P\($0)") }) {
      var level = 10.0
      levels[power] = deviates.next(70).map { deviate in
        level += 0.02 + 0.01 * deviate
        return .exp(level)
      }
    }
    levels["AAA"] = levels["BBB"]?.enumerated().map { $0 < 69 ? $1 : 0.7 * $1 }
    let panel = Panel.made(income, from: 1950, levels)
    let fit = try PooledGrowth(.perHead()).fit(panel, for: panel.powers)
    let paths = fit.draw(years: 2020...2029, from: BlockStream(seed: 1, block: 0), channel: 16)
    func growth(_ power: Power) throws -> Double {
      let row = try #require(fit.powers.firstIndex(of: power))
      let last = Double.log(try #require(levels[power]?.last))
      let end = paths.offset(year: 2029, row: row)
      return paths.values[end..<end + 32].reduce(0, +) / 32 - last
    }
    #expect(try growth("AAA") > growth("BBB") + 0.05)
  }

  /// By hand: who spends e times the mean share of output grows by .03 · ½ less, half being the
  /// distance of each of two from their mean.
  @Test func `spending returns to what others spend of their output`() throws {
    let flat = ["AAA": [1.0, 1, 1], "BBB": [1.0, 1, 1]].mapValues { $0.map { 100 * $0 } }
    let spending = Panel.made(
      .militarySpendingCOW, from: 2000,
      ["AAA": [Double](repeating: .exp(1), count: 3), "BBB": [1, 1, 1]] as [Power: [Double]])
    let data = DataSet(
      panels: [
        spending, .made(.population, from: 2000, power(flat)),
        .made(.outputPerHead, from: 2000, power(flat)),
      ], entities: [], checksum: "made")
    let determinants = try #require(GrowthDeterminants(anchoring: spending, data))
    let runs = try Runs(spending, atLeast: 2, atMost: 60)
    let expected = determinants.expected(of: runs)
    let much = try #require(runs.powers.firstIndex(of: "AAA"))
    #expect(expected[much].allSatisfy { abs($0 + 0.015) < 1e-12 })
    #expect(expected[1 - much].allSatisfy { abs($0 - 0.015) < 1e-12 })
    // People are not paid out of output.
    let soldiers = Panel.made(.militaryPersonnel, from: 2000, power(flat))
    let unanchored = GrowthDeterminants(anchoring: soldiers, data)
    #expect(unanchored == nil)
  }

  /// By hand: who raises its share of output e-fold above ten years of the other's falls by .03 · ½
  /// towards the other and by .05 · ½ towards its own ordinary years.
  @Test func `an armament of late is undone`() throws {
    let flat = [Double](repeating: 100, count: 11)
    let spending = Panel.made(
      .militarySpendingCOW, from: 2000,
      ["AAA": [Double](repeating: 1, count: 10) + [.exp(1)], "BBB": flat.map { $0 / 100 }])
    let data = DataSet(
      panels: [
        spending, .made(.population, from: 2000, ["AAA": flat, "BBB": flat]),
        .made(.outputPerHead, from: 2000, ["AAA": flat, "BBB": flat]),
      ], entities: [], checksum: "made")
    let anchor = try #require(GrowthConditions.anchor(of: spending, data))
    #expect(abs(anchor["AAA", 2010] + 0.04) < 1e-12)
    #expect(abs(anchor["BBB", 2010] - 0.04) < 1e-12)
    #expect(anchor["AAA", 2009] == 0)
  }

  private func power(_ levels: [String: [Double]]) -> [Power: [Double]] {
    Dictionary(uniqueKeysWithValues: levels.map { (Power($0), $1) })
  }
}
