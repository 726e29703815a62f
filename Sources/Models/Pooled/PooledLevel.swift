import LinearAlgebra
public import Panels
import Probability
import RealModule

/// Levels that wander around a level of their own, learned from all countries at once.
///
///     zᵢₜ = aᵢ + sᵢₜ,   aᵢ ~ N(α, τ²)
///     sᵢₜ₊₁ = φ sᵢₜ + eᵢₜ,   Var e = k rᵢ
///
/// *z* is a logarithm or a logit, *r* the country's variance of yearly changes shrunk towards the
/// pool. How fast levels return, and how far apart countries stay, is common to all. A series
/// that never changed, such as the price level of the numeraire, stays where it is.
///
/// **Source.** Hsiao, *Analysis of Panel Data* (2014), §4.3, dynamic models with random effects.
public struct PooledLevel: Model {
  public let name = "pooled"
  /// How many unbroken years a country needs, and how many of the latest count.
  let years = 10...60
  let tail = HeavyTail(degreesOfFreedom: 5)
  let shrinkage = 0.5

  public init() {}

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let all = try Runs(panel, for: .levels, atLeast: years.lowerBound, atMost: years.upperBound)
    let pool = Sample(all)
    let parameters = Parameters.mostLikely(for: pool)
    let rows = try Runs(
      panel, for: .levels, of: powers, atLeast: years.lowerBound, atMost: years.upperBound)
    return try Fit(rows: rows, pool: pool, parameters: parameters, model: self)
  }
}

extension PooledLevel {
  /// The parameters that all countries share.
  public struct Parameters: Equatable, Sendable {
    /// *α*, the mean of the countries' own levels, in logarithms or logits.
    public var centre = 0.0
    /// *τ*, the standard deviation of the countries' own levels.
    public var dispersion = 1.0
    /// *φ*, how much of a deviation lasts a year.
    public var persistence = 0.9
    /// *k*, the variance of shocks over the shrunk variance of changes.
    public var noise = 1.0

    public init() {}
  }

  /// All countries' levels, those that never change left out.
  struct Sample {
    let powers: [Power]
    let levels: [[Double]]
    let variances: [Double]
    /// The same for the kernel.
    let abreast: Abreast

    init(_ runs: Runs) {
      let changes = runs.changes
      let moving = runs.powers.indices.filter { changes[$0].contains { $0 != 0 } }
      powers = moving.map { runs.powers[$0] }
      levels = moving.map { runs.levels[$0] }
      variances =
        moving.isEmpty
        ? []
        : PooledGrowth.shrunkVariances(
          moving.map { Self.winsorized(changes[$0]) }, strength: 10)
      abreast = Abreast(levels, variances: variances)
    }

    /// Changes drawn in to three standard deviations, as the median of their sizes tells them.
    ///
    /// A revaluation or a new way of counting is not how a series moves from year to year.
    private static func winsorized(_ changes: [Double]) -> [Double] {
      let limit = 3 * 1.4826 * quantile(0.5, ofSorted: changes.map { abs($0) }.sorted())
      guard limit > 0 else { return changes }
      return changes.map { max(-limit, min(limit, $0)) }
    }
  }
}
