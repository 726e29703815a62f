import Forecasting
import Panels
import Testing

@Suite("Ledger rule")
struct LedgerRuleTests {
  typealias Prediction = LedgerEntry.Prediction

  private func score(
    _ prediction: Prediction, ahead years: [Int], until last: Int, published: Int = 2005,
    event: LedgerEntry.Event = .first, end: Int = .max, asOf: Int? = nil
  ) -> LedgerScore {
    Ledger([MadeLedger.entry(prediction, published: published, event: event)])
      .score(against: MadeLedger.data(ahead: years, until: last, end: end), asOf: asOf)[0]
  }

  /// By hand: what is predicted, the year of passing or none, the last year known.
  @Test(arguments: [
    (Prediction.within(2010...2012), 2011 as Int?, 2020, LedgerStatus.hit, 0 as Int?),
    (.within(2010...2012), 2009, 2020, .hit, -1), (.within(2010...2012), 2013, 2020, .hit, 1),
    (.within(2010...2012), 2008, 2020, .early, -2), (.within(2010...2012), 2014, 2020, .late, 2),
    (.within(2010...2012), nil, 2020, .missed, 8), (.within(2010...2012), nil, 2013, .missed, 1),
    (.within(2010...2012), nil, 2012, .overdue, 0), (.within(2010...2012), nil, 2011, .open, nil),
    (.by(2012), 2006, 2020, .hit, 0), (.by(2012), 2013, 2020, .hit, 1),
    (.by(2012), 2015, 2020, .late, 3), (.by(2012), nil, 2020, .missed, 8),
    (.notBy(2012), nil, 2020, .correct, nil), (.notBy(2012), 2013, 2020, .correct, nil),
    (.notBy(2012), nil, 2011, .correctSoFar, nil), (.notBy(2012), 2011, 2020, .failed, -1),
    (.never, nil, 2020, .correctSoFar, nil), (.never, 2011, 2020, .failed, nil),
    (.undated, nil, 2020, .undated, nil), (.undated, 2011, 2020, .undated, nil),
  ])
  func `gives every status`(
    prediction: Prediction, passed: Int?, last: Int, status: LedgerStatus, error: Int?
  ) {
    let found = score(prediction, ahead: passed.map { [$0] } ?? [], until: last)
    #expect(found.status == status)
    #expect(found.errorYears == error)
    #expect(found.actual == passed)
  }

  /// By hand: AAA ends with 2010, before the predicted years.
  @Test(arguments: [
    (Prediction.within(2015...2016), LedgerStatus.never), (.by(2009), .never),
    (.notBy(2030), .correct), (.never, .correct), (.undated, .undated),
  ])
  func `what can no longer happen never does`(prediction: Prediction, status: LedgerStatus) {
    let found = score(prediction, ahead: [], until: 2010, end: 2010, asOf: 2020)
    #expect(found.status == status)
    #expect(found.errorYears == nil)
  }

  @Test func `an end that is not known yet ends nothing`() {
    #expect(
      score(.by(2009), ahead: [], until: 2010, end: 2010, asOf: 2008).status == .open)
  }

  @Test func `a passing before the end stands`() {
    let found = score(.within(2008...2008), ahead: [2007], until: 2010, end: 2010, asOf: 2020)
    #expect(found.status == .hit)
  }

  /// By hand: two years ahead, then five.
  @Test func `a durable event is the first year of five`() {
    let years = [2008, 2009] + Array(2011...2016)
    #expect(score(.by(2020), ahead: years, until: 2020, event: .durable).actual == 2011)
    #expect(
      score(.never, ahead: [2008, 2009], until: 2020, event: .durable).status == .correctSoFar)
    #expect(score(.notBy(2012), ahead: years, until: 2020, event: .durable).status == .failed)
  }

  /// By hand: ahead since 2011, and 2013 is the last year known.
  @Test func `a lead too short to be durable leaves the matter open`() {
    let years = [2011, 2012, 2013]
    #expect(score(.by(2011), ahead: years, until: 2013, event: .durable).status == .open)
    #expect(score(.by(2009), ahead: years, until: 2013, event: .durable).status == .missed)
    #expect(score(.notBy(2012), ahead: years, until: 2013, event: .durable).status == .correctSoFar)
    #expect(score(.notBy(2010), ahead: years, until: 2013, event: .durable).status == .correct)
  }

  @Test func `a forecast newer than the figures is open`() {
    #expect(score(.by(2030), ahead: [2019], until: 2020, published: 2020).status == .open)
    #expect(score(.notBy(2030), ahead: [], until: 2020, published: 2024).status == .correctSoFar)
  }

  @Test func `a tolerance of none is exact`() {
    let ledger = Ledger(
      [MadeLedger.entry(.within(2010...2012))], rule: LedgerRule(tolerance: 0))
    func status(_ years: [Int], _ last: Int) -> LedgerStatus {
      ledger.score(against: MadeLedger.data(ahead: years, until: last))[0].status
    }
    #expect(status([2009], 2020) == .early)
    #expect(status([2013], 2020) == .late)
    #expect(status([], 2012) == .missed)
  }

  @Test(arguments: ["steel", "composite", "gdp.mer", "cinc"])
  func `what the data do not hold is not measured`(measure: String) {
    let ledger = Ledger([MadeLedger.entry(.by(2012), measure: measure)])
    let found = ledger.score(against: MadeLedger.data(ahead: [2008], until: 2020))[0]
    #expect(found.status == .notMeasured)
    #expect(found.actual == nil)
    #expect(found.errorYears == nil)
  }

  /// AAA's figures stop in 2003, those of others go on.
  @Test func `a side whose figures stop before is not measured`() {
    let gone = MadeLedger.data([0.9, 0.9, 0.9, 0.9] + [Double](repeating: .nan, count: 17))
    let found = Ledger([MadeLedger.entry(.by(2012))]).score(against: gone)[0]
    #expect(found.status == .notMeasured)
  }
}
