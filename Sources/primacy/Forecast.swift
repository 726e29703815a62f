import ArgumentParser
import Datasets
import Forecasting
import Foundation
import Panels
import Reports

extension Primacy {
  /// When a challenger passes an incumbent, on every measure.
  struct Forecast: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say with what probability, and when, a challenger passes an incumbent.")

    @Argument var challenger = "CHN"
    @Argument var incumbent = "USA"
    @Option var horizon = 50
    @Option var paths = 10_000
    @Option var models = "pooled"

    func run() async throws {
      let data = try EmbeddedDataSet(folder: "datasets").load()
      var options = Forecaster.Options()
      options.horizon = horizon
      options.futures = paths
      options.models = [ModelChoice(rawValue: models)!.model]
      let forecaster = try Forecaster(data, options: options)
      let contest = try Contest(
        challenger: Side(Power(challenger)), incumbent: Side(Power(incumbent)))
      let forecasts = try await forecaster.forecast(contest)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let document = ForecastDocument(forecasts, contest: contest, forecaster: forecaster)
      print(String(decoding: try encoder.encode(document), as: UTF8.self))
    }
  }
}
