public import Panels

/// The house model: growth and levels learned from all countries at once.
///
/// Quantities that grow follow `PooledGrowth`, ratios that return to a level follow `PooledLevel`;
/// the price level also follows output per head (`PennEffect`).
public struct Pooled: Model {
  public let name = "pooled"

  public init() {}

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    switch panel.indicator.tendency {
    case .reverts: try PooledLevel().fit(panel, for: powers)
    case .grows: try PooledGrowth(options(for: panel.indicator)).fit(panel, for: powers)
    }
  }

  /// Prices follow income: beside output per head the price level has the Penn effect.
  public func fit(
    _ panel: Panel, beside data: DataSet, for powers: [Power]
  ) throws(ModelError) -> any FittedModel {
    guard panel.indicator == .priceLevel, let income = data[.outputPerHead] else {
      return try fit(panel, for: powers)
    }
    let effect = PennEffect(
      panel, income: RelativeIncome(income, leader: .unitedStates))
    return PennEffect.Fit(effect, base: try fit(effect.removed(from: panel), for: powers))
  }

  private func options(for indicator: Indicator) -> PooledGrowth.Options {
    switch indicator {
    case .outputPerHead: .init(clip: 0.15, leader: .unitedStates)
    case .population: .init(clip: 0.1)
    default: .init(clip: 0.5)
    }
  }
}
