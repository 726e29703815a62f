import Forecasting
import Models
import Panels

extension Benchmarks {
  /// The house model with four measures and with all.
  static func forecasts(of data: DataSet) async throws -> [Row] {
    var options = Forecaster.Options()
    options.measures = [.outputPPP, .outputMER, .spendingMER, .spendingPPP]
    options.powers = 30
    options.futures = 131_072
    let contest = try Contest(challenger: Side("CHN"), incumbent: Side("USA"))
    let four = try Forecaster(data, options: options)
    let cells = Double(30 * options.horizon * options.futures * 4)
    let house = try await Runs(scale: 1e9 / cells) { _ = try await four.forecast(contest) }
    let all = try Forecaster(data, options: .init())
    let full = try await Runs { _ = try await all.forecast(contest) }
    return [
      Row(
        what: "the house model with four measures, a power, year and indicator; "
          + "30 powers, 50 years, 131,072 futures", runs: house, unit: "ns", goal: "8"),
      Row(
        what: "a forecast by all \(options.catalogueCount) measures, 10,000 futures, "
          + "60 powers, 50 years; all cores' time", runs: full, unit: "s"),
    ]
  }
}

extension Forecaster.Options {
  fileprivate var catalogueCount: Int { Measure.catalogue.count }
}
