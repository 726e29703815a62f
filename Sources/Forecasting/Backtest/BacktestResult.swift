public import Panels
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
  }

  /// The growth of one power.
  public struct Level: Sendable {
    public let origin: Int
    public let power: Power
    public let horizon: Int
    public let model: String
    /// Sorted samples of the growth of the logarithm.
    public let growth: [Double]
    public let observed: Double
  }

  public private(set) var events: [Event] = []
  public private(set) var levels: [Level] = []

  mutating func append(_ other: BacktestResult) {
    events += other.events
    levels += other.levels
  }

  mutating func append(
    _ answer: BacktestAnswer, to question: BacktestQuestion, from model: String,
    record: MeasureRecord
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
      for (index, power) in universe.powers.enumerated() {
        guard let start = record[power, universe.origin],
          let end = record[power, universe.origin + horizon]
        else { continue }
        levels.append(
          Level(
            origin: universe.origin, power: power, horizon: horizon, model: model,
            growth: answer.growth[step][index], observed: .log(end / start)))
      }
    }
  }
}
