import Balancing
import Panels
import RealModule
import TestSupport
import Testing

@Suite("Linear trend")
struct LinearTrendTests {
  /// By another program: numpy and scipy, Reference/trend.py.
  @Test func `agrees with a program in Python`() throws {
    for row in try Reference.rows(of: "trend.csv") {
      let values = Array(row[5...])
      let points = values.enumerated().map { (year: 1990 + $0, value: $1) }
      let trend = try #require(LinearTrend(points))
      let year = Int(row[0])
      #expect(abs(trend.slope - row[1]) < 1e-12)
      #expect(abs(trend.value(in: year) - row[2]) < 1e-10)
      #expect(abs(trend.error(in: year) - row[3]) < 1e-10)
      #expect(abs(trend.significance(of: 1.5, in: year) - row[4]) < 1e-9)
    }
  }

  @Test func `needs five years`() {
    #expect(LinearTrend((0..<4).map { (year: $0, value: 1) }) == nil)
  }
}

@Suite("Trade agreements that leave the leader out")
struct TradeRecordTests {
  /// RRR is the rival, LLL the leader; in 2010 RRR, AAA and BBB sign together.
  private let agreements = PairEvents([
    PowerPair("AAA", "RRR"): [.init(year: 2010, value: 1)],
    PowerPair("BBB", "RRR"): [.init(year: 2010, value: 1)],
    PowerPair("AAA", "BBB"): [.init(year: 2000, value: 2), .init(year: 2010, value: 1)],
    PowerPair("AAA", "LLL"): [.init(year: 2005, value: 1)],
    PowerPair("CCC", "RRR"): [.init(year: 2012, value: 1)],
    PowerPair("CCC", "LLL"): [.init(year: 2012, value: 1)],
  ])

  /// By hand: of AAA's five, that with RRR and that with BBB in 2010 are of the kind.
  @Test func `counts those of one kind`() throws {
    let record = TradeRecord(agreements, with: "RRR", without: "LLL")
    let found = record.alignment(of: "AAA", by: 2012)
    #expect(found.all == 5 && found.excluding == 2)
    #expect(found.joinsRival && found.joinsLeader)
    #expect(record.alignment(of: "AAA", by: 2009).excluding == 0)
    let both = record.alignment(of: "CCC", by: 2012)
    #expect(both.all == 2 && both.excluding == 0)
    #expect(record.alignment(of: "DDD", by: 2012).share == nil)
  }

  /// By law: with the two exchanged, what left the one out now leaves the other.
  @Test func `exchanging rival and leader exchanges what is left out`() {
    let record = TradeRecord(agreements, with: "LLL", without: "RRR")
    #expect(record.alignment(of: "AAA", by: 2012).excluding == 1)
  }
}

@Suite("Soft balancing")
struct SoftBalancingTests {
  /// By hand: a distance of 1 a year growing by 0.1 to 2000, then as it was.
  @Test func `a state that goes on as it did does not depart`() throws {
    let years = 1980...2010
    func points(_ value: @escaping (Int) -> Double) -> [Int: IdealPoints.Point] {
      Dictionary(
        uniqueKeysWithValues: years.map { ($0, .init(value($0), low: 0, high: 0)) })
    }
    let steady = points { 2 - 1 - 0.1 * Double($0 - 1980) }
    let turned = points { 2 - 1 - 0.1 * Double(min($0, 2000) - 1980) }
    let relations = Relations(
      alliances: [:], contiguity: PairSpells([:]), disputes: PairEvents([:]),
      agreements: PairEvents([:]),
      idealPoints: IdealPoints(["LLL": points { _ in 2 }, "AAA": steady, "BBB": turned]),
      capitals: Capitals([:]))
    let club = PowerGroup(
      name: "CLUB", spells: [.init("RRR", years: 2000...2020), .init("AAA", years: 2005...2020)])
    let record = SoftRecord(relations, groups: [club], leader: "LLL", rival: "RRR")
    let baseline = SoftRecord.Baseline(end: 2000, length: 20)
    let one = record.signs(of: "AAA", in: 2010, against: baseline)
    let other = record.signs(of: "BBB", in: 2010, against: baseline)
    #expect(abs(try #require(one.distance.get().departure)) < 1e-9)
    #expect(abs(try #require(other.distance.get().departure) + 1) < 1e-9)
    #expect(one.groups == ["CLUB"] && other.groups.isEmpty)
    #expect(one.agreements == nil)
    let late = record.signs(of: "AAA", in: 2011, against: baseline)
    #expect(throws: Unavailable.sourceEnds(2010)) { try late.distance.get() }
  }
}
