import LinearAlgebra
public import Panels
public import Probability
import RealModule

/// Growth that saturates: a logistic curve of the level through the last years.
///
///     zₜ = k − log(1 + exp(u − r t)) + eₜ,   r > 0
///     eₜ₊₁ = ρ eₜ + aₜ,   a ~ N(0, σ² (1 − ρ²))
///
/// *z* is the logarithm of the level, or its logit for a share, so that the level itself, or its
/// odds, follows the three-parameter logistic *K / (1 + exp(u − r t))*. Scatter is in
/// proportion to the level: output per head and population a century ago weigh as much as today's.
/// Long before its middle the curve is a straight line in logarithms, which a series that shows
/// no saturation is given. *t* is in years from the power's last; *k* is the logarithm of the
/// ceiling. What the curve leaves of the last year dies out from there, and the errors of
/// parameters are those of deviations that last.
///
/// **Source.** Ratkowsky, *Nonlinear Regression Modeling* (1983), §4.3; Tsoularis and Wallace
/// (2002), "Analysis of logistic growth models", doi:10.1016/S0025-5564(02)00096-2; Glasbey
/// (1980), "Nonlinear regression with autoregressive time series errors", doi:10.2307/2530497.
public struct Logistic: Model {
  public struct Options: Sendable {
    /// How many unbroken years of change a power needs, and how many of the latest count.
    public var years = 20...50
    /// The largest standard error of *k*, in logarithms, of a curve that saturates.
    public var largestCeilingError = 0.5
    /// The largest standard error of *log r*.
    public var largestRateError = 0.5
    /// The weight of the mean correlation in that of errors and residuals.
    public var shrinkage = 0.5

    public init() {}
  }

  public let name = "logistic"
  public let options: Options

  public init(_ options: Options = Options()) { self.options = options }

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let runs = try Runs(panel, of: powers, within: options.years)
    var courses: [Course] = []
    for levels in runs.levels {
      guard let course = Course(levels, options: options) else {
        throw .degenerateRegression(runs.indicator)
      }
      courses.append(course)
    }
    do {
      let shared = try SharedShocks(
        changes: runs.changes, lastYears: runs.lastYears, window: options.years.upperBound,
        shrinkage: options.shrinkage)
      return Fit(
        indicator: runs.indicator, powers: runs.powers, lastYears: runs.lastYears,
        courses: courses,
        errors: CorrelatedShocks(shared.factors, deviations: courses.map { _ in 1 }),
        shocks: CorrelatedShocks(shared.factors, deviations: courses.map(\.residuals.shock)))
    } catch {
      throw .degenerateShocks(runs.indicator)
    }
  }
}

extension Logistic {
  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    public let courses: [Course]
    let errors: CorrelatedShocks
    let shocks: CorrelatedShocks

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      let lanes = BlockStream.lanes
      var paths = Paths(years: years, rows: powers.count)
      let errors = (0..<3).map { self.errors.draw(from: stream, channel: channel + $0, step: 0) }
      let curves = (0..<powers.count * lanes).map { cell in
        courses[cell / lanes].curve(at: errors.map { $0[cell] })
      }
      var residual = courses.flatMap {
        [Double](repeating: $0.residuals.last, count: lanes)
      }
      for year in years {
        let shock = shocks.draw(from: stream, channel: channel + 3, step: year)
        for row in powers.indices where year > lastYears[row] {
          let output = paths.offset(year: year, row: row)
          let time = Double(year - lastYears[row])
          let persistence = courses[row].residuals.persistence
          for lane in 0..<lanes {
            let cell = row * lanes + lane
            residual[cell] = persistence * residual[cell] + shock[cell]
            paths.values[output + lane] = curves[cell].level(at: time) + residual[cell]
          }
        }
      }
      return paths
    }
  }
}
