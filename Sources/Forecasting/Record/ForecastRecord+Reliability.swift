import Probability

/// How often past forecasts of similar probability came true.
public struct Reliability: Equatable, Sendable {
  /// Between which probabilities the forecasts were.
  public let range: ClosedRange<Double>
  public let meanProbability: Double
  /// How many forecasts; they overlap in years and powers, and are not independent.
  public let count: Int
  /// How many of them came true.
  public let occurred: Int

  public var frequency: Double { Double(occurred) / Double(count) }
}

extension ForecastRecord {
  /// Forecasts of similar probability that had resolved by one year and not by the bin before.
  public struct Bin: Equatable, Sendable {
    public let measure: String
    public let model: String
    public let horizon: Int
    /// The year by which all of them had resolved.
    public let resolved: Int
    /// Which of `BacktestScore.edges` is the lower one.
    public let index: Int
    public let count: Int
    /// The sum of their probabilities.
    public let probability: Double
    /// How many came true.
    public let occurred: Int

    public init(
      measure: String, model: String, horizon: Int, resolved: Int, index: Int, count: Int,
      probability: Double, occurred: Int
    ) {
      self.measure = measure
      self.model = model
      self.horizon = horizon
      self.resolved = resolved
      self.index = index
      self.count = count
      self.probability = probability
      self.occurred = occurred
    }
  }

  /// A model's forecasts by probability, beside how often they came true.
  ///
  /// - Parameters:
  ///   - model: Whose forecasts.
  ///   - measure: By its name.
  ///   - horizon: Of how many years.
  ///   - origin: What resolved later is not counted.
  /// - Returns: In order of probability; a bin without a forecast is left out.
  public func reliability(
    of model: String, on measure: String, horizon: Int, by origin: Int
  ) -> [Reliability] {
    let known = bins.filter {
      $0.measure == measure && $0.model == model && $0.horizon == horizon && $0.resolved <= origin
    }
    let edges = BacktestScore.edges
    return edges.indices.dropLast().compactMap { index in
      let bin = known.filter { $0.index == index }
      let count = bin.reduce(0) { $0 + $1.count }
      guard count > 0 else { return nil }
      return Reliability(
        range: edges[index]...edges[index + 1],
        meanProbability: bin.reduce(0) { $0 + $1.probability } / Double(count),
        count: count, occurred: bin.reduce(0) { $0 + $1.occurred })
    }
  }
}

extension ForecastRecord.Bin {
  /// For how many years of resolution one bin stands.
  private static let years = 10

  /// The forecasts of the stack, in bins of probability and decades of resolution.
  static func bins(of result: BacktestResult, measure: String) -> [Self] {
    struct Key: Hashable {
      let horizon: Int
      let decade: Int
    }
    let events = result.events.filter { $0.model == StackWeights.name }
    let groups = Dictionary(grouping: events) {
      Key(horizon: $0.horizon, decade: ($0.origin + $0.horizon - 1) / years)
    }
    return groups.sorted { ($0.key.horizon, $0.key.decade) < ($1.key.horizon, $1.key.decade) }
      .flatMap { key, events in
        let resolved = events.map { $0.origin + $0.horizon }.max() ?? 0
        return ReliabilityBin.bins(of: events.map(\.forecast), edges: BacktestScore.edges).map {
          Self(
            measure: measure, model: StackWeights.name, horizon: key.horizon, resolved: resolved,
            index: BacktestScore.edges.firstIndex(of: $0.range.lowerBound) ?? 0,
            count: $0.occurred.total,
            probability: $0.meanProbability * Double($0.occurred.total),
            occurred: $0.occurred.count)
        }
      }
  }
}
