import CKernel
import LinearAlgebra
public import Panels
public import Probability
import RealModule

extension VectorAutoregression {
  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    let sample: Sample
    let posterior: Posterior
    /// The powers' last levels.
    let levels: [Double]
    let shocks: CorrelatedShocks
    /// Standardized growth in the sample's latest years, as many as there are lags, the last first.
    let latest: [Float]
    /// Standardized growth after the sample's last year, a year a row of all powers, of those known
    /// for longer than all; zero for the others.
    let known: [Float]

    init(runs: Runs, sample: Sample, posterior: Posterior) throws(LinearAlgebraError) {
      indicator = runs.indicator
      powers = runs.powers
      lastYears = runs.lastYears
      levels = runs.levels.map { $0[$0.count - 1] }
      self.sample = sample
      self.posterior = posterior
      let deviations = posterior.covariance.diagonal.map { $0.squareRoot() }
      let correlation = Matrix(rows: deviations.count, columns: deviations.count) { i, j in
        posterior.covariance[i, j] / (deviations[i] * deviations[j])
      }
      shocks = try CorrelatedShocks(CommonFactors(correlation), deviations: deviations)
      latest = (0..<posterior.lags).flatMap { lag in
        sample.standardized.row(sample.standardized.rows - 1 - lag).map(Float.init)
      }
      let later = zip(runs.changes, runs.lastYears).enumerated().map { row, known in
        known.0.suffix(known.1 - sample.lastYear).map {
          sample.deviations[row] > 1e-12 ? ($0 - sample.mean) / sample.deviations[row] : 0
        }
      }
      known = (0..<(later.map(\.count).max() ?? 0)).flatMap { step in
        later.map { Float($0.indices.contains(step) ? $0[step] : 0) }
      }
    }

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      drawnAlone(years: years, from: stream, channel: channel)
    }

    public func draw(
      years: ClosedRange<Int>, from stream: BlockStream, channel: Int, into room: PathRoom
    ) {
      let recursion = Recursion(drawnEquations(from: stream, channel: channel))
      withKernel(recursion) {
        fill(
          room, with: $0, by: primacy_draw_autoregression, numbers: 52 + 17 * posterior.lags,
          years: years, from: stream, channel: channel)
      }
    }

    /// Lends the fit to the kernel, which draws in single precision and relative to the last level.
    private func withKernel(_ recursion: Recursion, _ body: (primacy_autoregression) -> Void) {
      shocks.withKernel { shocks in
        recursion.panels.withUnsafeBufferPointer { weights in
          latest.withUnsafeBufferPointer { latest in
            levels.withUnsafeBufferPointer { levels in
              lastYears.map(Int32.init).withUnsafeBufferPointer { lastYears in
                sample.deviations.map(Float.init).withUnsafeBufferPointer { deviations in
                  known.withUnsafeBufferPointer { known in
                    body(
                      primacy_autoregression(
                        shocks: shocks, lags: posterior.lags, weights: weights.baseAddress,
                        growth: latest.baseAddress, levels: levels.baseAddress,
                        last_years: lastYears.baseAddress, deviations: deviations.baseAddress,
                        mean: Float(sample.mean), begin: Int32(sample.lastYear + 1),
                        known: known.baseAddress))
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension VectorAutoregression.Fit {
  /// Draws the coefficients of a block, a row an equation.
  func drawnEquations(from stream: BlockStream, channel: Int) -> Matrix {
    let (terms, powers) = (posterior.coefficients.rows, posterior.coefficients.columns)
    var column = [Double](repeating: 0, count: (terms + 15) / 16 * 16)
    var deviates = [Double](repeating: 0, count: terms * powers)
    for equation in 0..<powers {
      column.withUnsafeMutableBufferPointer {
        stream.fillIndependent($0, channel: channel, step: equation)
      }
      for term in 0..<terms { deviates[term * powers + equation] = column[term] }
    }
    return posterior.equations(
      at: Matrix(rows: powers, columns: terms, elements: deviates))
  }
}
