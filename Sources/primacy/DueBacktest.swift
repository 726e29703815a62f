import Forecasting
import Models
import Panels
import Reports

/// The forecasts of the backtest that the figures can score and the stored record does not have yet.
///
/// A new year makes one origin a horizon due; the record that comes with the program has the rest.
/// The stack is scored with the weights that the record has for the origin.
struct DueBacktest {
  let forecaster: Forecaster
  let forecasts: [CrossingForecast]

  /// The scores of what is due, by measure.
  func sums() async throws -> [ForecastRecord.Sum] {
    var sums: [ForecastRecord.Sum] = []
    for forecast in forecasts { sums += try await self.sums(of: forecast) }
    return sums
  }

  private struct Place: Hashable {
    let origin: Int
    let horizon: Int
  }

  private func sums(of forecast: CrossingForecast) async throws -> [ForecastRecord.Sum] {
    let name = forecast.measure.name
    let stored = forecaster.record?.sums.filter { $0.measure == name } ?? []
    let horizons = Set(stored.map(\.horizon)).sorted()
    let due = Set(
      horizons.flatMap { horizon -> [Place] in
        let last = stored.filter { $0.horizon == horizon }.map(\.origin).max() ?? .max
        return forecast.measure.recordedOrigins
          .filter { $0 > last && $0 + horizon <= forecast.origin }
          .map { Place(origin: $0, horizon: horizon) }
      })
    guard !due.isEmpty else { return [] }
    var options = Backtest.Options(recordOf: forecast.measure)
    options.origins = Set(due.map(\.origin)).sorted()
    options.horizons = horizons
    options.models = [BaseRate()] + StackWeights.members.map { SimulatedBacktestModel($0.model) }
    let backtest = try Backtest(forecaster.data, options: options)
    let result = try await backtest.run().stacked {
      forecaster.record?.stackWeights(on: name, at: $0)
    }
    return backtest.record(of: result, baseRatesAt: []).sums.filter {
      due.contains(Place(origin: $0.origin, horizon: $0.horizon))
    }
  }

  /// The scores as they are published.
  static func table(_ sums: [ForecastRecord.Sum]) -> Table {
    Table(
      "nightly backtest",
      columns: [
        "measure", "model", "horizon", "origin", "pairs", "brier", "base_rate_brier", "skill",
      ],
      rows: sums.map { sum in
        [
          .text(sum.measure), .text(sum.model), .year(sum.horizon), .year(sum.origin),
          .count(sum.pairs), .number(rounded(sum.brier / Double(sum.pairs))),
          .number(rounded(sum.baseRate / Double(sum.pairs))),
          .number(rounded(1 - sum.brier / sum.baseRate)),
        ]
      })
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
