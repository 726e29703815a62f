import Balancing
import Forecasting
import Panels
import Testing

@Suite("Forecast of parity")
struct ParityForecastTests {
  private func forecast(
    _ coalitions: [[Power]], reliability: ParityForecast.Reliability = .fixed(1)
  ) async throws -> ParityForecast {
    var options = Forecaster.Options()
    options.measures = [.spendingMER]
    options.futures = 320
    options.horizon = 20
    let forecaster = try Forecaster(try Embedded.data(), options: options)
    let futures = try forecaster.futures(of: ["CHN", "RUS", "IND", "USA"])
    let all = await ParityForecast.forecasts(
      of: coalitions, against: "USA", in: futures, reliability: reliability)
    return try #require(all.first)
  }

  /// By law: it agrees, future by future, with the forecast of a crossing by the same coalition.
  @Test func `agrees with the forecast of a crossing`() async throws {
    var options = Forecaster.Options()
    options.measures = [.spendingMER]
    options.futures = 320
    options.horizon = 20
    let contest = try Contest(
      challenger: Side(name: "CHN+RUS", members: ["CHN", "RUS"]), incumbent: Side("USA"))
    let crossing = try await Forecaster(try Embedded.data(), options: options).forecast(contest)
    let parity = try await forecast([["CHN", "RUS"]])
    #expect(parity.outlooks[0].event.counts == crossing[0].crossing.counts)
    #expect(parity.outlooks[0].event.years == crossing[0].crossing.years)
  }

  /// By law: another ally, or a more reliable one, never lowers a probability.
  @Test func `more allies and better ones never hurt`() async throws {
    let sure = try await forecast([["CHN"], ["CHN", "RUS"], ["CHN", "RUS", "IND"]])
    let half = try await forecast([["CHN", "RUS", "IND"]], reliability: .fixed(0.5))
    let drawn = try await forecast([["CHN", "RUS", "IND"]], reliability: .drawn(0.5))
    for (step, year) in sure.years.enumerated() {
      let values = sure.outlooks.map { $0.parity[step] }
      #expect(values == values.sorted())
      #expect(half.outlooks[0].parity[step] <= values[2])
      #expect(drawn.outlooks[0].parity[step] <= values[2])
      let reached = sure.outlooks[2].event.probability(by: year)
      #expect(reached >= values[2])
    }
  }
}
