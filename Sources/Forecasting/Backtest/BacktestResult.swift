public import Panels
public import Probability
import RealModule

/// Every forecast of a backtest beside what came.
public struct BacktestResult: Sendable {
  /// The probability of one crossing.
  public struct Event: Sendable {
    public let origin: Int
    public let challenger: Power
    public let incumbent: Power
    public let horizon: Int
    public let model: String
    public let probability: Double
    public let outcome: Bool

    public init(
      origin: Int, challenger: Power, incumbent: Power, horizon: Int, model: String,
      probability: Double, outcome: Bool
    ) {
      self.origin = origin
      self.challenger = challenger
      self.incumbent = incumbent
      self.horizon = horizon
      self.model = model
      self.probability = probability
      self.outcome = outcome
    }
  }

  /// The growth of one power.
  public struct Level: Sendable {
    public let origin: Int
    public let power: Power
    public let horizon: Int
    public let model: String
    /// Quantiles of the growth of the logarithm, at `BacktestResult.quantiles`.
    public let forecast: QuantileForecast
    public let mean: Double
    /// The continuous ranked probability score of the sample.
    public let crps: Double
    public let observed: Double
    /// The sample in a few numbers, each as probable as another: enough to pool forecasts.
    public let sketch: [Float]

    public init(
      origin: Int, power: Power, horizon: Int, model: String, forecast: QuantileForecast,
      mean: Double, crps: Double, observed: Double, sketch: [Float]
    ) {
      self.origin = origin
      self.power = power
      self.horizon = horizon
      self.model = model
      self.forecast = forecast
      self.mean = mean
      self.crps = crps
      self.observed = observed
      self.sketch = sketch
    }
  }

  /// The probabilities at which quantiles of growth are published.
  public static let published =
    [0.01, 0.025, 0.05] + (1...9).map { Double($0) / 10 } + [0.95, 0.975, 0.99]
  /// Those at which they are kept: the quartiles too, for the central half.
  public static let quantiles = (published + [0.25, 0.75]).sorted()

  public private(set) var events: [Event]
  public private(set) var levels: [Level]

  public init(events: [Event] = [], levels: [Level] = []) {
    self.events = events
    self.levels = levels
  }

  mutating func append(_ other: BacktestResult) {
    events += other.events
    levels += other.levels
  }

  mutating func append(
    _ answer: BacktestAnswer, to question: BacktestQuestion, from model: String,
    levelsOf growing: [Int], record: MeasureRecord
  ) {
    let universe = question.universe
    for (step, horizon) in question.options.horizons.enumerated() {
      for (index, pair) in universe.pairs.enumerated() {
        let challenger = universe.powers[pair.challenger]
        let incumbent = universe.powers[pair.incumbent]
        guard
          let outcome = record.crossed(
            challenger, incumbent, after: universe.origin, within: horizon)
        else { continue }
        events.append(
          Event(
            origin: universe.origin, challenger: challenger, incumbent: incumbent,
            horizon: horizon, model: model, probability: answer.probabilities[step][index],
            outcome: outcome))
      }
      guard !answer.growth.isEmpty else { continue }
      for index in growing {
        let power = universe.powers[index]
        guard let start = record[power, universe.origin],
          let end = record[power, universe.origin + horizon]
        else { continue }
        levels.append(
          Level(
            origin: universe.origin, power: power, horizon: horizon, model: model,
            sample: SampleForecast(answer.growth[step][index]), observed: .log(end / start)))
      }
    }
  }
}
