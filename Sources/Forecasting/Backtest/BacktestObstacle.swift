/// Why a backtest has nothing to score.
public enum BacktestObstacle: Error, Equatable, Sendable {
  /// Every origin comes too early for so many unbroken years of the measure.
  case historyTooShort(String, knownFrom: Int, need: Int)
  /// No horizon has ended by the last year known, not even from the first origin.
  case horizonNotOver(Int, origin: Int, last: Int)
  /// No power stands above another by at most the ratio.
  case noPair(String, maxRatio: Double, top: Int)
}

extension BacktestObstacle: CustomStringConvertible {
  public var description: String {
    switch self {
    case .historyTooShort(let measure, let first, let need):
      "\(measure) is known from \(first): with \(need) unbroken years the first origin is "
        + "\(first + need)"
    case .horizonNotOver(let horizon, let origin, let last):
      "\(horizon) years from \(origin) are not over: the figures end in \(last)"
    case .noPair(let measure, let ratio, let top):
      "none of the \(top) largest powers with unbroken figures of \(measure) stands above another "
        + "by a ratio of at most \(ratio) at these origins"
    }
  }
}

extension Backtest {
  /// What keeps it from having anything to score, where it has nothing.
  public var obstacle: BacktestObstacle {
    let record = MeasureRecord(options.measure, data: data)
    let (first, last) = (record.firstYear ?? record.years.lowerBound, record.lastYear ?? 0)
    let origins = options.origins
    if let latest = origins.max(), latest < first + options.minHistory {
      return .historyTooShort(options.measure.name, knownFrom: first, need: options.minHistory)
    }
    if let horizon = options.horizons.min(), let earliest = origins.min(),
      earliest + horizon > last
    {
      return .horizonNotOver(horizon, origin: earliest, last: last)
    }
    return .noPair(options.measure.name, maxRatio: options.maxRatio, top: options.top)
  }
}
