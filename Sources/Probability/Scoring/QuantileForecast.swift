/// A distribution told by its quantiles at some levels.
///
/// **Units.** Scores have the quantity's own.
public struct QuantileForecast: Equatable, Sendable {
  public let levels: [Double]
  public let values: [Double]

  /// - Precondition: A finite value for each level; levels ascend strictly between 0 and 1, and
  ///   values do not descend.
  public init(levels: [Double], values: [Double]) {
    precondition(!levels.isEmpty && levels.count == values.count, "a value for each level")
    precondition(levels.allSatisfy { $0 > 0 && $0 < 1 }, "levels are between 0 and 1")
    precondition(zip(levels, levels.dropFirst()).allSatisfy(<), "levels ascend")
    precondition(values.allSatisfy(\.isFinite), "quantiles are finite")
    precondition(zip(values, values.dropFirst()).allSatisfy(<=), "quantiles do not descend")
    self.levels = levels
    self.values = values
  }

  /// The pinball loss of each quantile.
  ///
  ///     ρ_τ = τ (y − q) if y ≥ q, (1 − τ)(q − y) if y < q
  ///
  /// **Source.** Koenker and Bassett, "Regression quantiles" (1978), doi:10.2307/1913643.
  public func pinballLosses(of observed: Double) -> [Double] {
    precondition(observed.isFinite, "an observation is a finite number")
    return zip(levels, values).map { level, value in
      observed >= value ? level * (observed - value) : (1 - level) * (value - observed)
    }
  }

  /// Twice the mean pinball loss over the levels given.
  ///
  /// The continuous ranked probability score is twice the integral of pinball losses over all
  /// levels, to which this tends as equally spaced levels grow dense. Levels that crowd in the
  /// tails give the tails more weight; then compare only forecasts of the same levels.
  ///
  /// **Source.** Laio and Tamea, "Verification tools for probabilistic forecasts of continuous
  /// hydrological variables" (2007), doi:10.5194/hess-11-1267-2007.
  public func crps(of observed: Double) -> Double {
    2 * pinballLosses(of: observed).reduce(0, +) / Double(levels.count)
  }
}

extension QuantileForecast {
  /// The quantile at a level, where it is among those given.
  public func value(at level: Double) -> Double? {
    let position = levels.partitioningIndex { $0 > level - 1e-9 }
    guard position < levels.count && levels[position] < level + 1e-9 else { return nil }
    return values[position]
  }

  /// The central interval of this coverage, where both its levels are among those given.
  public func centralInterval(coverage: Double) -> CentralInterval? {
    guard let lower = value(at: (1 - coverage) / 2), let upper = value(at: (1 + coverage) / 2)
    else { return nil }
    return CentralInterval(lower...upper, coverage: coverage)
  }

  /// The central intervals, widest first.
  ///
  /// - Precondition: Levels are symmetric about one half.
  public var centralIntervals: [CentralInterval] {
    let last = levels.count - 1
    precondition(
      levels.indices.allSatisfy { abs(levels[$0] + levels[last - $0] - 1) < 1e-9 },
      "levels are symmetric about one half")
    return (0..<levels.count / 2).map {
      CentralInterval(values[$0]...values[last - $0], coverage: 1 - 2 * levels[$0])
    }
  }
}
