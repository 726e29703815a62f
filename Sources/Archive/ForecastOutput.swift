public import Forecasting
import Panels

/// A forecast of one contest on one measure, in the rows by which forecasts are exchanged.
///
/// **Source.** Hubverse, *Model output* (2024), schema 4: `target`, `horizon`, `output_type`,
/// `output_type_id`, `value`.
public struct ForecastOutput: Hashable, Sendable {
  /// One number: a probability by a year, or a quantile of the ratio.
  public struct Row: Hashable, Sendable {
    /// `crossing`, `durable`, `reversal` or `ratio`.
    public let target: String
    /// In years after the origin.
    public let horizon: Int
    /// `cdf`, with the year as its id, or `quantile`, with the level.
    public let type: String
    public let id: String
    public let value: Double

    public init(target: String, horizon: Int, type: String, id: String, value: Double) {
      self.target = target
      self.horizon = horizon
      self.type = type
      self.id = id
      self.value = value
    }
  }

  public let measure: String
  public let challenger: String
  public let incumbent: String
  /// Empty where the world is as the data have it.
  public let scenario: String
  public let origin: Int
  public let crossedIn: Int?
  public let ratio: Double
  public let seed: UInt64
  public let version: String
  /// The checksum of the data set.
  public let data: String
  public let rows: [Row]

  public init(
    measure: String, challenger: String, incumbent: String, scenario: String, origin: Int,
    crossedIn: Int?, ratio: Double, seed: UInt64, version: String, data: String, rows: [Row]
  ) {
    self.measure = measure
    self.challenger = challenger
    self.incumbent = incumbent
    self.scenario = scenario
    self.origin = origin
    self.crossedIn = crossedIn
    self.ratio = ratio
    self.seed = seed
    self.version = version
    self.data = data
    self.rows = rows
  }
}

extension ForecastOutput {
  /// Keeps every year's probabilities, and the ratio's quantiles at every fifth year.
  public init(_ forecast: CrossingForecast, of forecaster: Forecaster, version: String) {
    measure = forecast.measure.name
    challenger = forecast.contest.challenger.name
    incumbent = forecast.contest.incumbent.name
    scenario = ""
    origin = forecast.origin
    crossedIn = forecast.crossedIn
    ratio = forecast.ratio
    seed = forecaster.options.seed
    data = forecaster.data.checksum
    self.version = version
    let events =
      forecast.crossedIn == nil
      ? [("crossing", forecast.crossing), ("durable", forecast.durable)]
      : [("reversal", forecast.reversal)]
    let origin = forecast.origin
    let probabilities = events.flatMap { name, event in
      event.years.map { year in
        Row(
          target: name, horizon: year - origin, type: "cdf", id: "\(year)",
          value: event.probability(by: year))
      }
    }
    let quantiles = zip(RatioQuantiles.levels, forecast.quantiles.values).flatMap { level, values in
      zip(forecast.quantiles.years, values)
        .filter { ($0.0 - origin).isMultiple(of: 5) }
        .map { year, value in
          Row(
            target: "ratio", horizon: year - origin, type: "quantile", id: "\(level)", value: value)
        }
    }
    rows = probabilities + quantiles
  }

  /// The probability by a year of what headlines tell: a crossing, or a reversal once it leads.
  public func probability(by year: Int) -> Double? {
    let target = crossedIn == nil ? "crossing" : "reversal"
    let years = rows.filter { $0.target == target }
    guard let first = years.first, let last = years.last, origin + last.horizon >= year else {
      return nil
    }
    if year < origin + first.horizon { return 0 }
    return years.first { origin + $0.horizon == year }?.value
  }
}
