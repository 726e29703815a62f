import Forecasting
import Models
import Panels
import TestSupport
import Testing

@Suite("Ledger beside the house's forecasts")
struct LedgerComparisonTests {
  /// AAA at 60 % of BBB to 2025, then ahead.
  let data = MadeLedger.data((2000...2030).map { $0 <= 2025 ? 0.6 : 1.2 })

  private func compare(
    _ entries: [LedgerEntry], asOf: Int? = nil, horizon: Int = 30
  ) async -> [LedgerComparison] {
    var options = Forecaster.Options()
    options.futures = 64
    options.horizon = horizon
    // Rows are in the order of size: BBB, AAA, USA.
    options.models = [KnownWalk(drift: [0, 0.05, 0], volatility: [0, 0, 0])]
    return await Ledger(entries).compare(with: data, asOf: asOf, options: options)
  }

  /// By hand: ln(1 / 0.6) / 0.05 is 10.2 years, so 0.6 in 2020 is above 1 first in 2031.
  @Test func `is what a walk without variance says`() async {
    let entries = [
      MadeLedger.entry(.by(2030), published: 2021), MadeLedger.entry(.by(2031), published: 2021),
      MadeLedger.entry(.notBy(2040), published: 2021),
      MadeLedger.entry(.undated, published: 2021),
    ]
    let found = await compare(entries)
    #expect(
      found.map(\.answer) == [
        .forecast(probability: 0, median: 2031), .forecast(probability: 1, median: 2031),
        .forecast(probability: 1, median: 2031), .forecast(probability: nil, median: 2031),
      ])
    #expect(found.allSatisfy { $0.origin == 2020 })
    #expect(found.map(\.score.actual) == [2026, 2026, 2026, 2026])
  }

  @Test func `reaches the predicted years whatever the horizon`() async {
    let found = await compare([MadeLedger.entry(.by(2090), published: 2021)], horizon: 5)
    #expect(found[0].answer == .forecast(probability: 1, median: 2031))
  }

  @Test func `says where nothing can be said`() async {
    let found = await compare([
      MadeLedger.entry(.by(2090), published: 2021, measure: "steel"),
      MadeLedger.entry(.by(2090), published: 1990),
      MadeLedger.entry(.by(2090), published: 2028),
      MadeLedger.entry(.by(2090), published: 2040),
    ])
    #expect(
      found.map(\.answer) == [
        .notMeasured, .refused(.originBeforeData(1989, first: 2000)), .ahead(since: 2026),
        .refused(.originAfterData(2039, last: 2030)),
      ])
  }

  /// By law: an entry's answer does not depend on which others are asked with it.
  @Test func `is the same alone and in company`() async {
    let entries = (2015...2024).map { MadeLedger.entry(.by(2033), published: $0) }
    let together = await compare(entries)
    for (entry, answer) in zip(entries, together.map(\.answer)) {
      #expect(await compare([entry])[0].answer == answer)
    }
  }
}
