import Balancing
import Forecasting
import Panels
import TestSupport
import Testing

@Suite("Forecast of polarity")
struct PolarityForecastTests {
  private func forecasts(_ powers: [Power], futures: Int = 256) async throws -> [PolarityForecast] {
    var options = Forecaster.Options()
    options.measures = [.outputMER, .spendingMER]
    options.futures = futures
    options.horizon = 20
    let data = try Embedded.data()
    let forecaster = try Forecaster(data, options: options)
    return await PolarityForecast.forecasts(
      of: try forecaster.futures(of: powers), by: .modelskiThompson, data: data)
  }

  private static let majors: [Power] = ["CHN", "DEU", "FRA", "GBR", "JPN", "RUS", "USA"]

  /// By law: one of the orders holds in every future, and an end once seen stays seen.
  @Test func `probabilities of the orders sum to one`() async throws {
    for forecast in try await forecasts(Self.majors) {
      for year in forecast.years {
        let sum = PolarOrder.allCases.reduce(0) { $0 + forecast.probability(of: $1, in: year) }
        #expect(abs(sum - 1) < 1e-12)
      }
      guard let end = forecast.end else { continue }
      for year in forecast.years.dropFirst() {
        #expect(end.probability(by: year) >= end.probability(by: year - 1))
        #expect(
          end.probability(by: year) >= 1 - forecast.probability(of: .unipolar, in: year) - 1e-12)
      }
    }
  }

  /// By law: the order in which powers are named changes nothing.
  @Test func `does not depend on the order of powers`() async throws {
    let forward = try await forecasts(Self.majors)
    let backward = try await forecasts(Self.majors.reversed())
    for (one, other) in zip(forward, backward) {
      #expect(one.now?.order == other.now?.order)
      for year in one.years {
        #expect(
          one.probability(of: .bipolar, in: year) == other.probability(of: .bipolar, in: year))
      }
    }
  }

  /// By the spending series: the United States spend more than half of what the majors spend.
  @Test func `begins from what is known`() async throws {
    let spending = try #require(try await forecasts(Self.majors).last)
    #expect(spending.now?.order == .unipolar)
    #expect(spending.now?.year == 2024)
    #expect(spending.probability(of: .unipolar, in: 2026) > 0.5)
  }
}
