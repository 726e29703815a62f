import Models
import Panels
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Trajectories of the leading powers")
struct TrajectoryTests {
  let size = Indicator("gdp.ppp", unit: "units")

  /// Two powers of sizes 3 and 1; the larger was a gone state before 1998.
  private func data() -> DataSet {
    let gone = [3.0, 3, 3] + [Double](repeating: .nan, count: 28)
    let entities = [
      Entity(power: "OLD", name: "Old", continuedAs: "USA", years: 1900...1997),
      Entity(power: "USA", name: "New", continuedAs: nil, years: 1998...9999),
      Entity(power: "AAA", name: "Other", continuedAs: nil, years: 1900...9999),
    ]
    return DataSet(
      panels: [
        .made(
          size, from: 1995,
          [
            "OLD": gone,
            "USA": [Double](repeating: .nan, count: 3) + [Double](repeating: 3, count: 28),
            "AAA": [Double](repeating: 1, count: 31),
          ])
      ], entities: entities, checksum: "sha256:made")
  }

  private func trajectories(volatility: Double, futures: Int = 500) async throws -> Trajectories {
    var options = Forecaster.Options()
    options.measures = [.outputPPP]
    options.futures = futures
    options.horizon = 10
    options.models = [
      KnownWalk(drift: [0, .log(1.2), 0], volatility: [volatility, volatility, volatility])
    ]
    let forecaster = try Forecaster(data(), options: options)
    let contest = try Contest(challenger: Side("AAA"), incumbent: Side("USA"))
    let forecast = try await forecaster.forecast(contest)[0]
    return try await forecaster.trajectories(
      ofLeading: 2, on: forecast.measure, of: contest)
  }

  /// By hand: 3 stands still and 1 grows by a fifth a year; it is larger from 1.2⁷ = 3.58 on.
  @Test func `of certain futures follow by hand`() async throws {
    let found = try await trajectories(volatility: 1e-6)
    #expect(found.powers.map(\.power) == ["USA", "AAA"])
    #expect(found.pastYears == 1995...2025)
    #expect(found.futureYears == 2026...2035)
    #expect(found.powers[1].largest == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
    #expect(found.powers[0].largest == [1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
    let share = Double.pow(1.2, 10) / (3 + .pow(1.2, 10))
    // Logarithms move by a few millionths.
    #expect(abs(found.powers[1].meanShares[9] - share) < 1e-4)
    // The sketch's bins are 0.006 wide.
    #expect(abs(found.powers[1].quantiles[3][9] / .pow(1.2, 10) - 1) < 0.006)
  }

  @Test func `give a gone power's past to its successor, once`() async throws {
    let found = try await trajectories(volatility: 0.01)
    #expect(found.powers[0].past == [Double](repeating: 3, count: 31))
    #expect(found.powers[0].pastShares == [Double](repeating: 0.75, count: 31))
  }

  /// By law: shares of all powers add up to one, and some power is the largest.
  @Test func `add up`() async throws {
    let found = try await trajectories(volatility: 0.2)
    for step in 0..<10 {
      let sum = found.powers.reduce(0) { $0 + $1.meanShares[step] }
      #expect(abs(sum - 1) < 1e-6)
      #expect(abs(found.powers.reduce(0) { $0 + $1.largest[step] } - 1) < 1e-12)
    }
  }

  /// By law: the same on every run, however the blocks are dealt.
  @Test func `are the same again`() async throws {
    let (a, b) = try await (trajectories(volatility: 0.2), trajectories(volatility: 0.2))
    #expect(a.powers.map(\.meanShares) == b.powers.map(\.meanShares))
    #expect(a.powers.map(\.quantiles) == b.powers.map(\.quantiles))
  }
}
