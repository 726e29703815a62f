public import Forecasting
import Foundation
import Panels

/// A forecast as other programs read it: `primacy forecast --format json`, schema 1.
public struct ForecastDocument: Encodable, Sendable {
  public static let schema = 1

  public let origin: Int
  public let horizon: Int
  public let paths: Int
  public let seed: UInt64
  public let dataset: String
  public let model: String
  public let challenger: String
  public let incumbent: String
  let measures: [MeasureEntry]
  /// What scenarios make of it; empty where none was asked for.
  let scenarios: [ScenarioEntry]

  /// - Parameters:
  ///   - forecasts: The baseline.
  ///   - contest: Whose forecasts they are.
  ///   - forecaster: That drew them.
  ///   - alternatives: The same under scenarios.
  public init(
    _ forecasts: [CrossingForecast], contest: Contest, forecaster: Forecaster,
    alternatives: [ScenarioComparison.Alternative] = []
  ) {
    origin = forecaster.origin
    horizon = forecaster.options.horizon
    paths = forecaster.options.futures
    seed = forecaster.options.seed
    dataset = forecaster.data.checksum
    model = forecaster.options.modelName
    challenger = contest.challenger.name
    incumbent = contest.incumbent.name
    let years = HeadlineYears(origin: origin, horizon: horizon).years
    measures = forecasts.map { MeasureEntry($0, years: years, forecaster: forecaster) }
    scenarios = alternatives.map {
      ScenarioEntry($0, baseline: forecasts, years: years, forecaster: forecaster)
    }
  }

  enum Key: String, CodingKey {
    case schema, origin, horizon, paths, seed, dataset, model, challenger, incumbent, measures
    case scenarios
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(Self.schema, forKey: .schema)
    try fields.encode(origin, forKey: .origin)
    try fields.encode(horizon, forKey: .horizon)
    try fields.encode(paths, forKey: .paths)
    try fields.encode(seed, forKey: .seed)
    try fields.encode(dataset, forKey: .dataset)
    try fields.encode(model, forKey: .model)
    try fields.encode(challenger, forKey: .challenger)
    try fields.encode(incumbent, forKey: .incumbent)
    try fields.encode(measures, forKey: .measures)
    if !scenarios.isEmpty { try fields.encode(scenarios, forKey: .scenarios) }
  }
}

extension ForecastDocument {
  /// The document as text, its keys in order, with a line end at its end.
  ///
  /// - Throws: `EncodingError` where a number is not finite.
  public var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

/// The years at which probabilities stand in headlines.
public struct HeadlineYears: Equatable, Sendable {
  public let years: [Int]

  /// Five, ten, fifteen and twenty-five years ahead, as far as the horizon goes, and its end.
  public init(origin: Int, horizon: Int) {
    years = [5, 10, 15, 25].filter { $0 < horizon }.map { origin + $0 } + [origin + horizon]
  }
}
