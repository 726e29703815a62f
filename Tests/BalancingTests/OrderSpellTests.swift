import Balancing
import Forecasting
import Panels
import TestSupport
import Testing

@Suite("Spells of orders")
struct OrderSpellTests {
  /// By hand: two years of one, three of two, a gap, then one again.
  @Test func `are unbroken years of one order`() throws {
    let nothing = Double.nan
    let indicator = Indicator("power", unit: "as made")
    let data = DataSet(
      panels: [
        .made(
          indicator, from: 2000,
          ["AAA": [9, 9, 5, 5, 5, 5, 9], "BBB": [1, 1, 5, 5, 5, nothing, 1]])
      ], entities: [], checksum: "")
    let record = try PolarityRecord(Measure(indicator), of: .fixed(["AAA", "BBB"]), in: data)
    let spells = record.spells(by: .halfLeader)
    #expect(spells.map(\.order) == [.unipolar, .bipolar, .unipolar])
    #expect(spells.map(\.years) == [2000...2001, 2002...2004, 2006...2006])
    #expect(spells.map(\.isBeginningKnown) == [false, true, false])
    #expect(spells.map(\.isEndKnown) == [true, false, false])
  }
}
