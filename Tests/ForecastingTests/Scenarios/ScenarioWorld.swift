import LinearAlgebra
import Models
import Panels
import Probability
import RealModule
import TestSupport

@testable import Forecasting

/// Random walks of given drift, volatility and correlation, by indicator; the rest stands still.
struct GivenWalks: Model {
  let name = "given-walks"
  var drift: [Indicator: [Power: Double]] = [:]
  var volatility: [Indicator: [Power: Double]] = [:]
  /// Of every pair of different powers.
  var correlation: [Set<Power>: Double] = [:]

  func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let indicator = panel.indicator
    let known = powers.filter { panel.series(of: $0)?.coverage != nil }
    let last = known.map { panel.series(of: $0)?.coverage?.upperBound ?? 0 }
    guard
      let fit = try? RandomWalk.Fit(
        indicator: indicator, powers: known, lastYears: last,
        levels: zip(known, last).map { indicator.scale.transform(panel[$0, $1] ?? .nan) ?? .nan },
        drift: known.map { drift[indicator]?[$0] ?? 0 },
        driftErrors: known.map { _ in 0 },
        deviations: known.map { volatility[indicator]?[$0] ?? 0 },
        factors: CommonFactors(
          Matrix(rows: known.count, columns: known.count) { i, j in
            i == j ? 1 : correlation[[known[i], known[j]]] ?? 0
          }))
    else { throw .degenerateShocks(indicator) }
    return fit
  }
}

/// A world of three powers with round figures: AAA has 0.6 of the output per head of USA.
enum ScenarioWorld {
  static let origin = 2025

  static func data(_ changes: [Indicator: [Power: Double]] = [:]) -> DataSet {
    let levels: [Indicator: [Power: Double]] = [
      .population: ["AAA": 1, "BBB": 1, "USA": 1],
      .outputPerHead: ["AAA": 0.6, "BBB": 0.3, "USA": 1],
      .priceLevel: ["AAA": 0.5, "BBB": 0.4, "USA": 1],
      .burden: ["AAA": 0.02, "BBB": 0.04, "USA": 0.03],
    ].merging(changes) { $1 }
    return DataSet(
      panels: levels.map { indicator, values in
        .made(
          indicator, from: 1995, values.mapValues { [Double](repeating: $0, count: 31) })
      }, entities: [], checksum: "sha256:made",
      groups: [
        PowerGroup(
          name: "PACT",
          spells: [.init("USA", years: 1990...Int.max), .init("BBB", years: 1990...Int.max)])
      ])
  }

  static func forecaster(
    _ model: GivenWalks = GivenWalks(), measures: [Measure] = [.outputPPP], futures: Int = 64,
    horizon: Int = 30, data: DataSet = data()
  ) throws -> Forecaster {
    var options = Forecaster.Options()
    options.measures = measures
    options.models = [model]
    options.futures = futures
    options.horizon = horizon
    return try Forecaster(data, options: options)
  }

  static func contest(
    _ challenger: Side = Side("AAA"), _ incumbent: Side = Side("USA")
  ) throws -> Contest {
    try Contest(challenger: challenger, incumbent: incumbent)
  }

  /// The forecast under some deviations.
  static func forecast(
    under deviations: [Deviation], _ forecaster: Forecaster,
    of contest: Contest? = nil
  ) async throws -> CrossingForecast {
    let comparison = try await forecaster.forecast(
      contest ?? self.contest(), under: [Scenario(name: "test", deviations: deviations)])
    return comparison.alternatives[0].forecasts[0]
  }
}
