import Probability

extension Backtest {
  /// The record of a finished backtest.
  ///
  /// - Parameters:
  ///   - result: What the backtest gave.
  ///   - origins: At which origins the base rate and the stack's weights are kept.
  /// - Returns: Sums of scores, lines of the base rate, weights and reliability.
  public func record(of result: BacktestResult, baseRatesAt origins: [Int]) -> ForecastRecord {
    let name = options.measure.name
    let gaps = GapRecord(MeasureRecord(options.measure, data: data), options: options)
    let lines = origins.flatMap { origin in
      ForecastRecord.lineHorizons.compactMap { horizon in
        gaps.line(at: origin, horizon: horizon).map {
          ForecastRecord.Line(measure: name, horizon: horizon, origin: origin, line: $0)
        }
      }
    }
    let stack = result.stackWeights(at: origins)
    let weights = zip(origins, stack).map {
      ForecastRecord.Weights(measure: name, origin: $0, weights: $1)
    }
    return ForecastRecord(
      sums: sums(of: result), lines: lines, weights: weights,
      bins: ForecastRecord.Bin.bins(of: result, measure: name))
  }

  private func sums(of result: BacktestResult) -> [ForecastRecord.Sum] {
    struct Key: Hashable {
      let model: String
      let horizon: Int
      let origin: Int
    }
    let groups = Dictionary(grouping: result.events) {
      Key(model: $0.model, horizon: $0.horizon, origin: $0.origin)
    }
    let briers = groups.mapValues { $0.reduce(0) { $0 + $1.forecast.brierScore } }
    return groups.keys
      .filter { $0.model != BaseRate.name }
      .sorted { ($0.model, $0.horizon, $0.origin) < ($1.model, $1.horizon, $1.origin) }
      .compactMap { key in
        let base = Key(model: BaseRate.name, horizon: key.horizon, origin: key.origin)
        guard let own = briers[key], let reference = briers[base] else { return nil }
        return ForecastRecord.Sum(
          measure: options.measure.name, model: key.model, horizon: key.horizon,
          origin: key.origin, pairs: groups[key]?.count ?? 0, brier: own, baseRate: reference)
      }
  }
}
