import Models
import Panels
import RealModule
import TestSupport
import Testing

@Suite("Runs")
struct RunsTests {
  let size = Indicator("size", unit: "units")

  @Test func `end at the last value and begin after the last gap`() throws {
    let panel = Panel.made(
      size, from: 2000, ["AAA": [1, .nan, 2, 4, 8], "BBB": [1, 2, 3, 4, .nan]])
    let runs = try Runs(panel, atLeast: 2, atMost: 10)
    #expect(runs.powers == ["AAA", "BBB"])
    #expect(runs.lastYears == [2004, 2003])
    #expect(runs.changes[0].count == 2)
    #expect(runs.changes[0].allSatisfy { abs($0 - .log(2)) < 1e-15 })
    #expect(runs.changes[1].count == 3)
  }

  @Test func `leave out a power that ended long before the panel`() throws {
    let ended = [Double](repeating: 1, count: 10) + [Double](repeating: .nan, count: 6)
    let panel = Panel.made(
      size, from: 2000, ["AAA": ended, "BBB": (1...16).map(Double.init)])
    #expect(try Runs(panel, atLeast: 3, atMost: 10).powers == ["BBB"])
  }

  @Test func `break at a level that has no logarithm`() throws {
    let panel = Panel.made(size, from: 2000, ["AAA": [3, 0, 1, 2, 4]])
    #expect(try Runs(panel, atLeast: 1, atMost: 10).levels[0].count == 3)
  }

  @Test func `say how many years are needed when no power has them`() {
    let panel = Panel.made(size, from: 2000, ["AAA": [1, 2, 3]])
    #expect(throws: ModelError.tooFewYears(size, need: 20)) {
      try Runs(panel, atLeast: 20, atMost: 60)
    }
  }

  @Test func `hold observed values only when levels are learned`() throws {
    let values = [1.0, 2, 3, 4, 5, 6]
    let panel = Panel(
      size, powers: ["AAA"], years: 2000...2005, values: values, cells: [1, 1, 0, 0, 0, 0],
      provenances: [
        Provenance(source: "made", status: .observed), Provenance(source: "made", status: .spliced),
      ])
    #expect(try Runs(panel, for: .levels, atLeast: 2, atMost: 10).levels[0].count == 4)
    #expect(try Runs(panel, for: .levels, atLeast: 4, atMost: 10).levels[0].count == 6)
    #expect(try Runs(panel, for: .changes, atLeast: 2, atMost: 10).levels[0].count == 6)
  }
}
