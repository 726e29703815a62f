public import Panels

/// The house model: growth and levels learned from all countries at once.
///
/// Quantities that grow follow `PooledGrowth`, ratios that return to a level follow `PooledLevel`.
public struct Pooled: Model {
  public let name = "pooled"

  public init() {}

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    switch panel.indicator.tendency {
    case .reverts: try PooledLevel().fit(panel, for: powers)
    case .grows: try PooledGrowth(options(for: panel.indicator)).fit(panel, for: powers)
    }
  }

  private func options(for indicator: Indicator) -> PooledGrowth.Options {
    switch indicator {
    case .outputPerHead: .init(clip: 0.15, leader: .unitedStates)
    case .population: .init(clip: 0.1)
    default: .init(clip: 0.5)
    }
  }
}
