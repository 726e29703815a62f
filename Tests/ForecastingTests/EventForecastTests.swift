import Testing

@testable import Forecasting

@Suite("Event forecast")
struct EventForecastTests {
  let event = EventForecast(years: 2026...2029, counts: [10, 20, 30, 0], futures: 100)

  @Test func `probabilities are shares of the futures`() {
    #expect(event.probability(by: 2025) == 0)
    #expect(event.probability(by: 2027) == 0.3)
    #expect(event.never == 0.4)
    #expect(event.median == 2028)
    #expect(event.year(at: 0.9) == nil)
  }

  @Test func `there is no median where most futures never see it`() {
    let rare = EventForecast(years: 2026...2027, counts: [10, 20], futures: 100)
    #expect(rare.median == nil)
  }

  /// √(0.4 × 0.6 / 100), by hand.
  @Test func `the standard error is that of a share`() {
    #expect(abs(event.standardError - 0.0489897948556636) < 1e-15)
  }

  /// By hand: four pairs, in two of which it happens once and in one twice, so that the pairs'
  /// sums 1, 1, 2, 0 have squares of deviations of 2 in all; √2 / 8.
  @Test func `mirrored futures count as one draw a pair`() {
    var mirrored = MirroredCount()
    mirrored.record(0b0101_0000_0000_0000_0011, of: 20, lanes: 32)
    #expect([mirrored.pairs, mirrored.once, mirrored.both] == [4, 2, 1])
    let paired = EventForecast(
      years: 2026...2027, counts: [3, 1], futures: 8, mirrored: mirrored)
    #expect(abs(paired.standardError - 2.0.squareRoot() / 8) < 1e-15)
  }
}
