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
    /// Growth of powers known for longer than all, standardized, by year after the sample's last.
    private let later: [[Double]]

    init(runs: Runs, sample: Sample, posterior: Posterior) throws(LinearAlgebraError) {
      indicator = runs.indicator
      powers = runs.powers
      lastYears = runs.lastYears
      levels = runs.levels.map { $0[$0.count - 1] }
      self.sample = sample
      self.posterior = posterior
      let deviations = posterior.covariance.diagonal.map { $0.squareRoot() }
      shocks = try CorrelatedShocks(
        correlation: Matrix(rows: deviations.count, columns: deviations.count) { i, j in
          posterior.covariance[i, j] / (deviations[i] * deviations[j])
        }, deviations: deviations)
      later = zip(runs.changes, runs.lastYears).enumerated().map { row, known in
        known.0.suffix(known.1 - sample.lastYear).map {
          sample.deviations[row] > 1e-12 ? ($0 - sample.mean) / sample.deviations[row] : 0
        }
      }
    }

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      let lanes = BlockStream.lanes
      var paths = Paths(years: years, rows: powers.count)
      let recursion = Recursion(drawnCoefficients(from: stream, channel: channel))
      var growth = Recursion.State(
        sample.standardized, lags: posterior.lags, lanes: lanes)
      var level = levels.flatMap { [Double](repeating: $0, count: lanes) }
      let begin = sample.lastYear + 1
      for year in begin...max(begin, years.upperBound) {
        let shock = shocks.draw(from: stream, channel: channel + 1, step: year)
        var next = recursion.mean(after: growth)
        for row in powers.indices {
          let known = year <= lastYears[row] ? later[row][year - begin] : nil
          let output = years.contains(year) ? paths.offset(year: year, row: row) : nil
          for lane in 0..<lanes {
            let cell = row * lanes + lane
            next.elements[cell] = known ?? next.elements[cell] + shock[cell]
            guard known == nil else { continue }
            level[cell] += sample.mean + sample.deviations[row] * next.elements[cell]
            if let output { paths.values[output + lane] = level[cell] }
          }
        }
        growth.append(next)
      }
      return paths
    }
  }
}

extension VectorAutoregression.Fit {
  /// Draws the coefficients of a block.
  private func drawnCoefficients(from stream: BlockStream, channel: Int) -> Matrix {
    let (rows, columns) = (posterior.coefficients.rows, posterior.coefficients.columns)
    let lanes = BlockStream.lanes
    let size = (rows + lanes - 1) / lanes * lanes
    var deviates: [Double] = []
    for equation in 0..<columns {
      var column = [Double](repeating: 0, count: size)
      column.withUnsafeMutableBufferPointer {
        stream.fill($0, channel: channel, step: equation)
      }
      deviates += column.prefix(rows)
    }
    let drawn = Matrix(rows: rows, columns: columns, elements: deviates)
    return posterior.coefficients(at: drawn)
  }
}
