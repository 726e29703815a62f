public import Probability

/// How good one model's forecasts of one horizon were, over the origins of an era.
public struct BacktestScore: Sendable {
  public let model: String
  public let horizon: Int
  public let firstOrigin: Int
  /// How many pairs were forecast.
  public let pairs: Int
  /// How many cases are nearly independent.
  public let episodes: Int
  public let brier: Double
  /// One minus the Brier score over that of the base rate on the same pairs.
  public let skill: Double
  /// The central 90 % interval of the skill, by a block bootstrap clustered by incumbent.
  public let skillInterval: ClosedRange<Double>?
  public let logScore: Double
  public let decomposition: BrierDecomposition
  public let levels: LevelScore?

  /// The mean scores of growth forecasts.
  public struct LevelScore: Sendable {
    public let count: Int
    public let crps: Double
    public let weightedInterval: Double
    /// The share of outcomes inside the central 50, 80 and 90 % intervals.
    public let coverage: [Double]
  }

  /// The edges of the bins in which reliability is told.
  public static let edges = (0...10).map { Double($0) / 10 }
  /// The coverages told.
  public static let coverages = [0.5, 0.8, 0.9]
}

extension BacktestResult {
  /// Scores every model and horizon, over all origins and over those from each era's first.
  ///
  /// - Parameters:
  ///   - eras: First origins, such as 1800 for all and 1950.
  ///   - seed: Of the bootstrap.
  /// - Returns: A score a model, horizon and era in which anything was resolved.
  public func scores(eras: [Int] = [1800, 1950], seed: UInt64 = 1) -> [BacktestScore] {
    let events = Dictionary(grouping: events) { Key(model: $0.model, horizon: $0.horizon) }
    let levels = Dictionary(grouping: levels) { Key(model: $0.model, horizon: $0.horizon) }
    let keys = events.keys.sorted { ($0.horizon, $0.model) < ($1.horizon, $1.model) }
    return eras.flatMap { era in
      keys.compactMap { key -> BacktestScore? in
        let base = Key(model: BaseRate.name, horizon: key.horizon)
        return score(
          key, since: era, (events[key] ?? []).filter { $0.origin >= era },
          against: (events[base] ?? []).filter { $0.origin >= era },
          (levels[key] ?? []).filter { $0.origin >= era }, seed: seed)
      }
    }
  }

  private struct Key: Hashable {
    let model: String
    let horizon: Int
  }

  private func score(
    _ key: Key, since era: Int, _ events: [Event], against base: [Event], _ levels: [Level],
    seed: UInt64
  ) -> BacktestScore? {
    guard !events.isEmpty, events.count == base.count else { return nil }
    let forecasts = events.map(\.forecast)
    let own = forecasts.map(\.brierScore)
    let reference = base.map(\.forecast.brierScore)
    let bootstrap = BlockBootstrap(
      origins: events.map(\.origin), keys: events.map(\.incumbent), columns: [own, reference],
      blockYears: key.horizon)
    let interval =
      key.model == BaseRate.name
      ? nil
      : bootstrap.interval(confidence: 0.9, replicates: 500, seed: seed) {
        $0.skill(of: 0, against: 1)
      }
    let count = Double(events.count)
    return BacktestScore(
      model: key.model, horizon: key.horizon, firstOrigin: era, pairs: events.count,
      episodes: bootstrap.episodes, brier: own.reduce(0, +) / count,
      skill: 1 - own.reduce(0, +) / reference.reduce(0, +),
      skillInterval: interval?.range,
      logScore: forecasts.reduce(0) { $0 + $1.logScore(floor: 1e-4) } / count,
      decomposition: BrierDecomposition(of: forecasts, edges: BacktestScore.edges),
      levels: levels.isEmpty ? nil : .init(levels))
  }
}

extension BacktestScore.LevelScore {
  init(_ levels: [BacktestResult.Level]) {
    let size = Double(levels.count)
    count = levels.count
    crps = levels.reduce(0) { $0 + $1.crps } / size
    weightedInterval =
      levels.reduce(0) { $0 + WeightedIntervalScore(of: $1.forecast, observed: $1.observed).total }
      / size
    coverage = BacktestScore.coverages.map { wanted in
      let inside = levels.filter {
        $0.forecast.centralInterval(coverage: wanted)?.contains($0.observed) ?? false
      }
      return Double(inside.count) / size
    }
  }
}

extension BacktestResult.Event {
  /// The forecast beside its outcome.
  public var forecast: BinaryForecast {
    BinaryForecast(probability: probability, occurred: outcome)
  }
}
