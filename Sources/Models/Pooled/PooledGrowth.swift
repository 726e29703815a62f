import LinearAlgebra
public import Panels
public import Probability
import RealModule

/// Growth that wanders around a common rate, learned from all countries at once.
///
///     xᵢₜ = μᵢₜ + dᵢₜ + eᵢₜ,          Var e = k rᵢ
///     dᵢₜ₊₁ = ρ dᵢₜ + uᵢₜ,            Var u = q
///     μᵢₜ = μ + b gᵢₜ + b₂ gᵢₜ²
///
/// *x* is the yearly change of the logarithm, *g* the logarithm of the leader's level over the
/// own one in the year before, *r* the country's variance of growth shrunk towards the pool. The
/// parameters maximize the Kalman likelihood summed over the club of powers whose futures are
/// drawn, all their years counted; Note 1 says why. Shocks are correlated across powers and share
/// one heavy-tailed scale a year.
///
/// **Source.** Harvey, *Forecasting, Structural Time Series Models and the Kalman Filter* (1989),
/// §3.4, for the likelihood; Pritchett and Summers, "Asiaphoria meets regression to the mean"
/// (2014), for why growth returns to a common rate.
public struct PooledGrowth: Model {
  public struct Options: Sendable {
    /// How many unbroken years of growth a country needs, and how many of the latest count.
    public var years = 20...200
    /// From how many powers on they learn from one another alone; fewer learn from all countries.
    public var club = 20
    /// Growth beyond this size counts as this size when the parameters are learned.
    public var clip = 0.15
    /// The power whose lead pulls the others up, or nothing.
    public var leader: Power?
    /// Degrees of freedom of the shocks, or nothing for normal ones.
    public var tail: HeavyTail? = HeavyTail(degreesOfFreedom: 5)
    /// The weight of the mean correlation in that of the yearly shocks *e*.
    public var shrinkageOfShocks = 0.5
    /// The weight of the mean correlation in that of the changes of trend *u*.
    public var shrinkageOfTrends = 0.7

    public init(clip: Double = 0.15, leader: Power? = nil) {
      self.clip = clip
      self.leader = leader
    }
  }

  public let name = "pooled"
  public let options: Options

  public init(_ options: Options = Options()) { self.options = options }

  public func fit(
    _ panel: Panel, for powers: [Power]
  ) throws(ModelError) -> any FittedModel {
    let rows = try Runs(
      panel, of: powers, atLeast: options.years.lowerBound, atMost: options.years.upperBound)
    let all = try Runs(
      panel, of: rows.powers.count >= options.club ? club(of: rows) : nil,
      atLeast: options.years.lowerBound, atMost: options.years.upperBound)
    let sample = Sample(all, leader: options.leader, clip: options.clip)
    let parameters = Parameters.mostLikely(for: sample)
    return try Fit(rows: rows, sample: sample, parameters: parameters, options: options)
  }

  private func club(of rows: Runs) -> [Power] {
    guard let leader = options.leader, !rows.powers.contains(leader) else { return rows.powers }
    return rows.powers + [leader]
  }
}

extension PooledGrowth {
  /// The parameters that all countries share.
  public struct Parameters: Equatable, Sendable {
    /// *μ*, the common rate of growth of a country level with the leader, a year.
    public var growth = 0.02
    /// *ρ*, how much of a deviation lasts a year.
    public var persistence = 0.9
    /// *√q*, the standard deviation of a year's change of trend.
    public var trendDeviation = 0.01
    /// *k*, the part of a country's variance of growth that is passing.
    public var noise = 1.0
    /// *b* and *b₂*, the pull of the leader.
    public var convergence = [0.0, 0.0]

    public init() {}

    /// The expected growth at a gap to the leader.
    func mean(at gap: Double) -> Double {
      growth + (convergence[0] + convergence[1] * gap) * gap
    }

    /// The gaps at which convergence was learned; beyond them it is that of the nearest.
    static let gaps = -1.0...3.5
  }
}
