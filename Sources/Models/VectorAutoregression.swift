import LinearAlgebra
public import Panels

/// A vector autoregression of growth, its coefficients drawn towards none.
///
///     xₜ = c + A₁ xₜ₋₁ + … + Aₚ xₜ₋ₚ + eₜ,   e ~ N(0, Σ)
///     aᵢⱼ in A_l ~ N(δ 1{i = j, l = 1}, λ² / l^{2d}),   cᵢ ~ N(0, κ²)
///     Σ ~ inverse Wishart with mean I, worth w years
///
/// *x* is growth less the mean growth of all powers, each power's in units of its own deviation;
/// growth of a ratio that returns to a level is taken less zero. The prior is Minnesota's, worked
/// in as made-up observations, so that the posterior is again normal and inverse Wishart:
/// coefficients are drawn from it once a block, given the mean of *Σ*. A draw whose powers grow
/// is scaled back until they die out.
///
/// **Source.** Litterman (1986), "Forecasting with Bayesian vector autoregressions",
/// doi:10.1080/07350015.1986.10509491; Bańbura, Giannone and Reichlin (2010), "Large Bayesian
/// vector auto regressions", doi:10.1002/jae.1137, §2.
public struct VectorAutoregression: Model {
  public struct Options: Sendable {
    /// *p*, how many years back the growth of one year reaches.
    public var lags = 1
    /// *λ*, the prior deviation of a coefficient; smaller where there are more powers.
    public var tightness = 0.05
    /// *d*, how fast the prior deviation falls with the lag.
    public var decay = 1.0
    /// *δ*, the prior mean of a power's own first lag.
    public var ownLag = 0.0
    /// *κ*, the prior deviation of a constant.
    public var constantTightness = 0.2
    /// *w*, how many years of data the prior of the covariance is worth.
    public var covarianceYears = 20.0
    /// How many unbroken years of growth a power needs, and how many of the latest count.
    public var years = 20...60

    public init() {}
  }

  public let name = "vector-autoregression"
  public let options: Options

  public init(_ options: Options = Options()) {
    precondition(options.lags >= 1, "an autoregression needs a lag")
    self.options = options
  }

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let runs = try Runs(panel, of: powers, within: options.years)
    let sample = Sample(runs)
    do {
      let posterior = try Posterior(sample.standardized, options: options)
      return try Fit(runs: runs, sample: sample, posterior: posterior)
    } catch {
      throw .degenerateShocks(runs.indicator)
    }
  }
}

extension VectorAutoregression {
  /// The growth of all powers over the years that all have.
  struct Sample: Sendable {
    let lastYear: Int
    /// The mean growth of all powers.
    let mean: Double
    /// The standard deviation of each power's growth.
    let deviations: [Double]
    /// *x*, a year a row and a power a column.
    let standardized: Matrix

    init(_ runs: Runs) {
      let changes = runs.changes
      let last = runs.lastYears.min() ?? 0
      let known = zip(changes, runs.lastYears).map { Array($0.dropLast($1 - last)) }
      let count = known.map(\.count).min() ?? 0
      let shared = known.map { Array($0.suffix(count)) }
      let all = Double(count * shared.count)
      let mean =
        runs.indicator.tendency == .grows ? shared.joined().reduce(0, +) / all : 0
      let deviations = shared.map { run in
        let own = run.reduce(0, +) / Double(count)
        let squares = run.reduce(0) { $0 + ($1 - own) * ($1 - own) }
        return (squares / Double(count - 1)).squareRoot()
      }
      lastYear = last
      self.mean = mean
      self.deviations = deviations
      standardized = Matrix(rows: count, columns: shared.count) { year, row in
        let deviation = deviations[row]
        return deviation > 1e-12 ? (shared[row][year] - mean) / deviation : 0
      }
    }
  }
}
