import LinearAlgebra
public import Panels
public import Probability
import RealModule

/// Growth that wanders around a common rate, learned from all countries at once.
///
///     xᵢₜ = μᵢₜ + dᵢₜ + eᵢₜ,          Var e = k rᵢ
///     dᵢₜ₊₁ = ρ dᵢₜ + uᵢₜ,            Var u = q
///
/// *x* is the yearly change of the logarithm, *μᵢₜ* the common rate with what the determinants of
/// growth add (``GrowthDeterminants``), *r* the country's variance of growth shrunk towards the
/// pool. The parameters maximize the Kalman likelihood summed over the club of powers whose futures are
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
    /// What growth is expected from beside the common rate, or nothing.
    public var determinants: GrowthDeterminants?
    /// *ρ*, or nothing where it is learned.
    public var persistence: Double?
    /// After how many years a year's noise counts half of what the last one's does.
    public var memory = 10.0
    /// Degrees of freedom of the shocks, or nothing for normal ones.
    public var tail: HeavyTail? = HeavyTail(degreesOfFreedom: 5)
    /// The weight of the mean correlation in that of the yearly shocks *e*.
    public var shrinkageOfShocks = 0.5
    /// The weight of the mean correlation in that of the changes of trend *u*.
    public var shrinkageOfTrends = 0.7

    public init(clip: Double = 0.15, memory: Double = 10) {
      self.clip = clip
      self.memory = memory
    }

    /// Those of output per head.
    ///
    /// - Parameter data: What else was known at the origin, or nothing.
    /// - Returns: Determinants with the United States as the leader, and the persistence chosen for
    ///   what they leave.
    public static func perHead(_ data: DataSet? = nil) -> Self {
      var options = Self(clip: 0.15, memory: 3)
      options.determinants = GrowthDeterminants(leader: .unitedStates, data: data)
      options.persistence = options.determinants?.coefficients.persistence
      return options
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
    let sample = Sample(all, clip: options.clip, determinants: options.determinants)
    let parameters = Parameters.mostLikely(for: sample, persistence: options.persistence)
      .asOfLate(in: sample, halfLife: options.memory)
    return try Fit(rows: rows, sample: sample, parameters: parameters, options: options)
  }

  private func club(of rows: Runs) -> [Power] {
    guard let leader = options.determinants?.leader, !rows.powers.contains(leader)
    else { return rows.powers }
    return rows.powers + [leader]
  }
}

extension PooledGrowth {
  /// The parameters that all countries share.
  public struct Parameters: Equatable, Sendable {
    /// *μ*, the common rate of growth a year; with determinants that of a country level with the
    /// leader and with its own best year.
    public var growth = 0.02
    /// *ρ*, how much of a deviation lasts a year.
    public var persistence = 0.9
    /// *√q*, the standard deviation of a year's change of trend.
    public var trendDeviation = 0.01
    /// *k*, the part of a country's variance of growth that is passing; of late.
    public var noise = 1.0

    public init() {}
  }
}
