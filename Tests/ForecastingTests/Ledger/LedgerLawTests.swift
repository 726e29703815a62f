import Forecasting
import Panels
import TestSupport
import Testing

@Suite("Ledger's laws")
struct LedgerLawTests {
  private func status(
    _ prediction: LedgerEntry.Prediction, _ data: DataSet, asOf: Int? = nil
  ) -> LedgerScore {
    Ledger([MadeLedger.entry(prediction)]).score(against: data, asOf: asOf)[0]
  }

  private static let predictions: [LedgerEntry.Prediction] = [
    .within(2008...2008), .within(2010...2014), .by(2012), .notBy(2012), .never, .undated,
  ]

  /// Fifty made-up histories of twenty-one years.
  private static let histories: [[Double]] = {
    var random = SplitMix(seed: 11)
    return (0..<50).map { _ in
      (0..<21).map { _ in Double.random(in: 0.3...1.06, using: &random) }
    }
  }()

  @Test(arguments: predictions)
  func `no year up to the publication matters`(prediction: LedgerEntry.Prediction) {
    for history in Self.histories {
      let shaken = [Double](repeating: 2, count: 6) + history.dropFirst(6)
      #expect(
        status(prediction, MadeLedger.data(history)) == status(prediction, MadeLedger.data(shaken)))
    }
  }

  @Test(arguments: predictions)
  func `no year after the one asked for matters`(prediction: LedgerEntry.Prediction) {
    for history in Self.histories {
      let shaken = history.prefix(12) + [Double](repeating: 2, count: 9)
      #expect(
        status(prediction, MadeLedger.data(history), asOf: 2011)
          == status(prediction, MadeLedger.data(Array(shaken)), asOf: 2011))
    }
  }

  @Test func `wider years never turn a hit into anything else`() {
    for history in Self.histories {
      for low in 2006...2018 {
        guard status(.within(low...low), MadeLedger.data(history)).status == .hit else { continue }
        for (before, after) in [(1, 0), (0, 1), (3, 5)] {
          let wider = LedgerEntry.Prediction.within(low - before...low + after)
          #expect(status(wider, MadeLedger.data(history)).status == .hit)
        }
        #expect(status(.by(low), MadeLedger.data(history)).status == .hit)
      }
    }
  }

  @Test func `another unit of account changes nothing`() {
    for history in Self.histories {
      let one = MadeLedger.data(history)
      let other = DataSet(
        panels: [
          .made(
            MadeLedger.size, from: 2000,
            ["AAA": history.map { 1024 * $0 }, "BBB": history.map { _ in 1024 }])
        ], entities: [], checksum: "")
      for prediction in Self.predictions {
        #expect(status(prediction, one) == status(prediction, other))
      }
    }
  }

  /// With more years known a score that is settled stays as it is.
  @Test(arguments: predictions)
  func `what is settled stays settled`(prediction: LedgerEntry.Prediction) {
    let settled: Set<LedgerStatus> = [.hit, .early, .late, .never, .correct, .failed]
    for history in Self.histories {
      var before: LedgerScore?
      for year in 2006...2020 {
        let now = status(prediction, MadeLedger.data(history), asOf: year)
        if let before, settled.contains(before.status) { #expect(now.status == before.status) }
        before = now
      }
    }
  }

  @Test func `only what was out is scored`() {
    let entries = [2005, 2010, 2015].map { MadeLedger.entry(.by(2030), published: $0) }
    let data = MadeLedger.data(ahead: [], until: 2020)
    #expect(Ledger(entries).score(against: data, asOf: 2010).count == 2)
    #expect(Ledger(entries).score(against: data).count == 3)
  }
}
