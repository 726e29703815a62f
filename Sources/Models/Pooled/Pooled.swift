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
    case .reverts: try PooledLevel(options(forLevelsOf: panel)).fit(panel, for: powers)
    case .grows: try PooledGrowth(options(for: panel)).fit(panel, for: powers)
    }
  }

  /// Growth has determinants (``GrowthDeterminants``), and prices follow income (`PennEffect`).
  public func fit(
    _ panel: Panel, beside data: DataSet, for powers: [Power]
  ) throws(ModelError) -> any FittedModel {
    if panel.indicator.tendency == .grows {
      return try PooledGrowth(options(for: panel, beside: data)).fit(panel, for: powers)
    }
    guard panel.indicator == .priceLevel, let income = data[.outputPerHead] else {
      return try fit(panel, for: powers)
    }
    let effect = PennEffect(
      panel, income: RelativeIncome(income, leader: .unitedStates))
    return PennEffect.Fit(effect, base: try fit(effect.removed(from: panel), for: powers))
  }

  private func options(forLevelsOf panel: Panel) -> PooledLevel.Options {
    panel.indicator == .priceLevel ? .prices : .init()
  }

  private func options(
    for panel: Panel, beside data: DataSet? = nil
  ) -> PooledGrowth.Options {
    switch panel.indicator {
    case .outputPerHead: return .perHead(data)
    case .population: return .init(clip: 0.1, memory: 3)
    default:
      var options = PooledGrowth.Options(clip: 0.5)
      options.determinants = data.flatMap { GrowthDeterminants(anchoring: panel, $0) }
      return options
    }
  }
}
