import Panels
import Probability

extension BacktestResult {
  /// The same with the stack's forecasts, its weights learned at each origin from what had resolved.
  ///
  /// - Parameter first: The first origin from which the base rate learns.
  /// - Returns: The result unchanged where a member of the stack did not run.
  func stacked(since first: Int) -> BacktestResult {
    let origins = Set(events.map(\.origin)).sorted()
    let weights = Dictionary(
      uniqueKeysWithValues: zip(origins, stackWeights(at: origins, since: first)))
    return stacked { weights[$0] }
  }

  /// The same with the stack's forecasts, its weights given.
  ///
  /// - Parameter weights: Of each origin; nothing is pooled where it has none.
  /// - Returns: These rows, and after them the stack's.
  public func stacked(by weights: (Int) -> StackWeights?) -> BacktestResult {
    let pooledEvents = Self.rows(of: events, StackWeights.names).compactMap { row -> Event? in
      guard let weights = weights(row.event.origin) else { return nil }
      let pooled = zip(weights.values, row.probabilities).reduce(0) { $0 + $1.0 * $1.1 }
      return row.event.by(StackWeights.name, pooled)
    }
    let pooledLevels = Self.levels(of: levels, StackWeights.members.map(\.rawValue))
      .compactMap { levels -> Level? in
        guard let shares = weights(levels[0].origin)?.levels else { return nil }
        return Level(pooling: levels, by: StackWeights.name, shares: shares)
      }
    return BacktestResult(events: events + pooledEvents, levels: levels + pooledLevels)
  }

  /// The weights that a forecast from each of some origins has; none where a member did not run.
  func stackWeights(at origins: [Int], since first: Int) -> [StackWeights] {
    let members = StackWeights.names
    guard Set(events.map(\.model)).isSuperset(of: members) else { return [] }
    let scores = Self.scores(of: Self.rows(of: events, members))
    let levelScores = Self.levelScores(
      of: Self.levels(of: levels, StackWeights.members.map(\.rawValue)))
    return origins.map { origin in
      let prior = StackWeights.prior(after: origin - first)
      return scores.weights(
        at: origin, prior: prior, levels: levelScores.weights(at: origin, prior: prior.levels))
    }
  }

  /// One pair, and what each member said of it.
  private struct Row {
    let event: Event
    let probabilities: [Double]
  }

  fileprivate struct Question: Hashable {
    let origin: Int
    let horizon: Int
    let challenger: Power
    let incumbent: Power
  }

  private static func rows(of events: [Event], _ members: [String]) -> [Row] {
    var said: [Question: [Double]] = [:]
    for event in events {
      guard let place = members.firstIndex(of: event.model) else { continue }
      said[event.question, default: [Double](repeating: .nan, count: members.count)][place] =
        event.probability
    }
    return events.filter { $0.model == members[0] }.compactMap { event in
      guard let probabilities = said[event.question], !probabilities.contains(where: \.isNaN)
      else { return nil }
      return Row(event: event, probabilities: probabilities)
    }
  }

  private static func scores(of rows: [Row]) -> StackScores {
    rows.reduce(into: StackScores()) { scores, row in
      scores.add(
        row.probabilities, occurred: row.event.outcome, origin: row.event.origin,
        horizon: row.event.horizon)
    }
  }

  private static func levelScores(of levels: [[Level]]) -> StackLevelScores {
    levels.reduce(into: StackLevelScores()) { scores, together in
      scores.add(
        together.map(\.sketch), observed: together[0].observed, origin: together[0].origin,
        horizon: together[0].horizon)
    }
  }

  /// The members' forecasts of one growth, together where all have one.
  private static func levels(of levels: [Level], _ members: [String]) -> [[Level]] {
    struct Question: Hashable {
      let origin: Int
      let horizon: Int
      let power: Power
    }
    let groups = Dictionary(grouping: levels.filter { members.contains($0.model) }) {
      Question(origin: $0.origin, horizon: $0.horizon, power: $0.power)
    }
    return levels.filter { $0.model == members[0] }.compactMap { first in
      let key = Question(origin: first.origin, horizon: first.horizon, power: first.power)
      let together = members.compactMap { name in groups[key]?.first { $0.model == name } }
      return together.count == members.count ? together : nil
    }
  }
}

extension BacktestResult.Event {
  fileprivate var question: BacktestResult.Question {
    BacktestResult.Question(
      origin: origin, horizon: horizon, challenger: challenger, incumbent: incumbent)
  }

  /// The same event with another model's probability.
  fileprivate func by(_ model: String, _ probability: Double) -> Self {
    Self(
      origin: origin, challenger: challenger, incumbent: incumbent, horizon: horizon,
      model: model, probability: probability, outcome: outcome)
  }
}
