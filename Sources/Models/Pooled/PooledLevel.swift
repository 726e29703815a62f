import LinearAlgebra
public import Panels
public import Probability
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
  public struct Options: Sendable {
    /// How many unbroken years a country needs, and how many of the latest count.
    public var years = 10...60
    /// Beyond how many standard deviations a yearly change counts as one of that size.
    public var largestChange = 3.0
    /// After how many years a year's noise counts half of what the last one's does; without, all
    /// years count alike.
    public var memory: Double?
    public var tail = HeavyTail(degreesOfFreedom: 5)
    /// The weight of the mean correlation in that of the shocks.
    public var shrinkage = 0.5

    public init() {}

    /// Those of price levels: currencies do fall by half, and are fixed in some decades.
    public static let prices: Self = {
      var options = Self()
      options.largestChange = 6
      options.memory = 3
      return options
    }()
  }

  public let name = "pooled"
  public let options: Options

  public init(_ options: Options = Options()) { self.options = options }

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let (least, most) = (options.years.lowerBound, options.years.upperBound)
    let all = try Runs(panel, for: .levels, atLeast: least, atMost: most)
    let pool = Sample(all, largestChange: options.largestChange)
    let parameters = Parameters.mostLikely(for: pool)
    let rows = try Runs(panel, for: .levels, of: powers, atLeast: least, atMost: most)
    return try Fit(
      rows: rows, pool: pool,
      parameters: options.memory.map { parameters.asOfLate(in: pool, halfLife: $0) } ?? parameters,
      options: options)
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

    init(_ runs: Runs, largestChange: Double = 3) {
      let changes = runs.changes
      let moving = runs.powers.indices.filter { changes[$0].contains { $0 != 0 } }
      powers = moving.map { runs.powers[$0] }
      levels = moving.map { runs.levels[$0] }
      variances =
        moving.isEmpty
        ? []
        : PooledGrowth.shrunkVariances(
          moving.map { Self.winsorized(changes[$0], largestChange) }, strength: 10)
      abreast = Abreast(levels, variances: variances)
    }

    /// Changes drawn in to some standard deviations, as the median of their sizes tells them.
    ///
    /// A revaluation or a new way of counting is not how a series moves from year to year.
    private static func winsorized(_ changes: [Double], _ most: Double) -> [Double] {
      let limit = most * 1.4826 * quantile(0.5, ofSorted: changes.map { abs($0) }.sorted())
      guard limit > 0 else { return changes }
      return changes.map { max(-limit, min(limit, $0)) }
    }
  }
}
