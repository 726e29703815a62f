import Testing

@testable import Forecasting

@Suite("Crossing tally")
struct CrossingTallyTests {
  /// One lane a column, by hand.
  private func tally(_ futures: [[Double]], led: Int = 0) -> CrossingTally {
    var tally = CrossingTally(years: 2026...2031, led: led, logRatio: 0)
    let lanes = futures.count
    let years = futures[0].count
    let ratios = (0..<years * lanes).map { futures[$0 % lanes][$0 / lanes] }
    tally.record(ratios, firstYear: 2026, lanes: lanes, used: lanes)
    return tally
  }

  @Test func `counts the first year at or above one`() {
    let counted = tally([
      [0.9, 1.0, 0.9, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1],
      [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1.1, 1.1, 1.1, 1.1],
      [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
    ])
    #expect(counted.crossings == [0, 1, 0, 0, 0, 0])
    #expect(counted.futures == 3)
  }

  @Test func `a durable crossing begins five years that all lead`() {
    let counted = tally([
      [0.9, 1.0, 0.9, 1.1, 1.1, 1.1, 1.1, 1.1, 0.9, 0.9],
      [1.1, 1.1, 1.1, 1.1, 0.9, 0.9, 1.1, 1.1, 1.1, 1.1],
    ])
    #expect(counted.durables == [0, 0, 0, 1, 0, 0])
  }

  @Test func `years led before the origin count towards five`() {
    let counted = tally([[1.1, 1.1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]], led: 3)
    #expect(counted.durables.reduce(0, +) == 1)
    #expect(counted.reversals == [0, 0, 1, 0, 0, 0])
  }

  @Test func `lanes that are not used do not count`() {
    var tally = CrossingTally(years: 2026...2027, led: 0, logRatio: 0)
    tally.record([1.1, 1.1, 1.1, 1.1], firstYear: 2026, lanes: 2, used: 1)
    #expect(tally.crossings == [1, 0])
    #expect(tally.futures == 1)
  }
}
