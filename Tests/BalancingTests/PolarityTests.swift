import Balancing
import Forecasting
import Panels
import TestSupport
import Testing

@Suite("Polarity")
struct PolarityTests {
  let record: PolarityRecord

  init() throws {
    let data = try Embedded.data()
    record = try PolarityRecord(
      Measure(.capabilityCOW), of: .group(data.group(named: "majors")), in: data)
  }

  /// By the field's golden values, computed elsewhere on NMC 7.0 and the list of majors of 2016.
  @Test(arguments: [
    (1816, 5, 0.330), (1850, 5, 0.310), (1880, 6, 0.264), (1913, 8, 0.238), (1938, 7, 0.227),
    (1946, 4, 0.452), (1970, 5, 0.322), (1985, 5, 0.337), (1991, 7, 0.259), (2000, 7, 0.333),
    (2010, 7, 0.423), (2016, 7, 0.462),
  ])
  func `reproduces the concentration of the field`(year: Int, count: Int, value: Double) throws {
    let shares = try #require(record.shares(in: year))
    #expect(shares.powers.count == count)
    #expect(abs(shares.concentration - value) < 0.001)
  }

  /// By another program: Reference/polarity.py, whose sums are exact; ours err by some ulps.
  @Test func `agrees with a program in Python in every year`() throws {
    let rows = try Reference.rows(of: "polarity.csv")
    #expect(rows.count == record.known.count)
    for (row, earlier) in zip(rows, [nil] + record.known.map(\.shares)) {
      let shares = try #require(record.shares(in: Int(row[0])))
      let movement = earlier.flatMap { shares.movement(since: $0) } ?? -1
      let values = [
        Double(shares.powers.count), shares.concentration, shares.herfindahl, shares.shares[0],
        shares.secondRatio, movement,
      ]
      for (value, wanted) in zip(values, row.dropFirst()) {
        #expect(abs(value - wanted) < 1e-12, "\(row[0])")
      }
    }
  }

  @Test func `says that the source ends, and never zero`() throws {
    let data = try Embedded.data()
    let late = try PolarityRecord(
      Measure(.capabilityCOW), of: .fixed(["CHN", "USA"]), in: data, years: 1815...2023)
    #expect(throws: Unavailable.sourceEnds(2022)) { try late.entries.last?.shares.get() }
    #expect(throws: Unavailable.sourceBegins(1816)) { try late.entries[0].shares.get() }
    #expect(throws: Unavailable.missing(["CHN"])) { try late.entries[1].shares.get() }
  }

  @Test func `needs two powers`() throws {
    let data = try Embedded.data()
    #expect(throws: BalancingError.onePower("USA")) {
      try PolarityRecord(.outputPPP, of: .fixed(["USA"]), in: data)
    }
  }
}

@Suite("Shares of power")
struct PowerSharesTests {
  /// By hand: all equal is 0, one with all is 1.
  @Test func `concentration runs from zero to one`() {
    #expect(PowerShares(["A", "B", "C"], levels: [2, 2, 2]).concentration < 1e-7)
    #expect(abs(PowerShares(["A", "B", "C"], levels: [0, 5, 0]).concentration - 1) < 1e-15)
    #expect(abs(PowerShares(["A", "B"], levels: [3, 1]).concentration - 0.5) < 1e-15)
  }

  /// By law: neither order nor scale matters.
  @Test func `do not depend on order or scale`() {
    let shares = PowerShares(["A", "B", "C", "D"], levels: [4, 1, 2, 9])
    let other = PowerShares(["D", "C", "A", "B"], levels: [9, 2, 4, 1].map { $0 * 1024 })
    #expect(shares.powers == other.powers)
    #expect(shares.shares == other.shares)
    #expect(shares.leader == "D" && shares.second == "A")
  }

  /// By law: *N* equal powers count as *N*.
  @Test(arguments: 2...9)
  func `count equal powers as many`(count: Int) {
    let powers = (0..<count).map { Power("P\($0)") }
    let shares = PowerShares(powers, levels: [Double](repeating: 3, count: count))
    #expect(abs(shares.effectivePowers - Double(count)) < 1e-12)
  }

  /// By hand: a tenth moves from the first to the last; the least had a fifth.
  @Test func `movement is what changed hands`() throws {
    let before = PowerShares(["A", "B", "C"], levels: [5, 3, 2])
    let after = PowerShares(["A", "B", "C"], levels: [4, 3, 3])
    #expect(abs(try #require(after.movement(since: before)) - 0.2 / 1.6) < 1e-15)
    #expect(after.movement(since: PowerShares(["A", "B"], levels: [1, 1])) == nil)
  }
}

@Suite("Rules of polarity")
struct PolarityRuleTests {
  /// By hand, at the thresholds.
  @Test(arguments: [
    ([50.0, 30, 20], PolarOrder.unipolar), ([49, 26, 25], .bipolar), ([26, 25, 49], .bipolar),
    ([46, 20, 20, 14], .nearUnipolar), ([30, 20, 20, 15, 15], .multipolar),
    ([27, 25, 24, 24], .bipolar),
  ])
  func `thresholds on shares`(levels: [Double], order: PolarOrder) {
    #expect(PolarityRule.modelskiThompson.order(of: levels) == order)
    #expect(PolarityRule.modelskiThompson.order(of: levels.reversed().map { $0 * 7 }) == order)
  }

  @Test(arguments: [
    ([10.0, 4, 4], PolarOrder.unipolar), ([10, 5, 4], .bipolar), ([10, 5, 5], .multipolar),
  ])
  func `half of the leader`(levels: [Double], order: PolarOrder) {
    #expect(PolarityRule.halfLeader.order(of: levels) == order)
  }
}
