import LinearAlgebra
public import Panels
public import Probability

/// A straight line through the last years on the indicator's scale: what the press draws.
///
///     zₜ = a + b t + eₜ
///
/// Coefficients by least squares; their errors and the scatter around the line are drawn.
///
/// **Source.** Greene, *Econometric Analysis* (2018), §4.6, prediction.
public struct LogLinear: Model {
  public let name = "log-linear"
  /// How many years the line goes through.
  public let window: Int
  public let shrinkage = 0.5

  public init(window: Int = 20) { self.window = window }

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let runs = try Runs(panel, of: powers, atLeast: min(window, 10), atMost: window)
    var lines: [Line] = []
    for levels in runs.levels {
      let design = Matrix(rows: levels.count, columns: 2) { row, column in
        column == 0 ? 1 : Double(row - levels.count + 1)
      }
      guard let fit = try? LeastSquares(design: design, response: levels) else {
        throw .degenerateRegression(runs.indicator)
      }
      lines.append(Line(fit))
    }
    do {
      let shared = try SharedShocks(
        changes: runs.changes, lastYears: runs.lastYears, window: window, shrinkage: shrinkage)
      return Fit(
        indicator: runs.indicator, powers: runs.powers, lastYears: runs.lastYears, lines: lines,
        slopes: CorrelatedShocks(shared.factors, deviations: lines.map(\.slopeError)),
        heights: CorrelatedShocks(shared.factors, deviations: lines.map(\.heightError)),
        scatter: CorrelatedShocks(shared.factors, deviations: lines.map(\.scatter)))
    } catch {
      throw .degenerateShocks(runs.indicator)
    }
  }
}

extension LogLinear {
  /// One power's line; the year of its last level is the origin of time.
  struct Line {
    let height: Double
    let slope: Double
    let slopeError: Double
    /// The part of the height's error that the slope's does not explain.
    let heightError: Double
    /// How far the height's error moves with the slope's.
    let heightOnSlope: Double
    let scatter: Double

    init(_ fit: LeastSquares) {
      let covariance = fit.covariance
      height = fit.coefficients[0]
      slope = fit.coefficients[1]
      slopeError = covariance[1, 1].squareRoot()
      heightOnSlope = covariance[1, 1] > 0 ? covariance[0, 1] / covariance[1, 1] : 0
      heightError = max(0, covariance[0, 0] - heightOnSlope * covariance[0, 1]).squareRoot()
      scatter = fit.residualVariance.squareRoot()
    }
  }

  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    let lines: [Line]
    let slopes: CorrelatedShocks
    let heights: CorrelatedShocks
    let scatter: CorrelatedShocks

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      let lanes = BlockStream.lanes
      var paths = Paths(years: years, rows: powers.count)
      let slope = slopes.draw(from: stream, channel: channel, step: 0)
      let height = heights.draw(from: stream, channel: channel + 1, step: 0)
      for year in years {
        let residual = scatter.draw(from: stream, channel: channel + 2, step: year)
        for (row, line) in lines.enumerated() where year > lastYears[row] {
          let output = paths.offset(year: year, row: row)
          let time = Double(year - lastYears[row])
          for lane in 0..<lanes {
            let cell = row * lanes + lane
            let start = line.height + line.heightOnSlope * slope[cell] + height[cell]
            paths.values[output + lane] =
              start + (line.slope + slope[cell]) * time + residual[cell]
          }
        }
      }
      return paths
    }
  }
}
