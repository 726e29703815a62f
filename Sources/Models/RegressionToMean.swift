import LinearAlgebra
public import Panels
public import Probability

/// A decade's growth regresses to the mean of all countries.
///
///     gᵢ,d₊₁ = ḡ + ρ (gᵢ,d − ḡ) + ε,   ε ~ N(0, s²)
///
/// *g* is the mean yearly change over a decade; *ḡ*, *ρ* and *s* come from one regression of all
/// countries' decades on the decades before. Years of a decade scatter around its mean.
///
/// **Source.** Pritchett and Summers, "Asiaphoria meets regression to the mean" (2014), NBER
/// working paper 20573, §2.
public struct RegressionToMean: Model {
  public let name = "regression-to-mean"
  public let span = 10
  public let shrinkage = 0.5

  public init() {}

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    // Two spans in a row are regressed: of a young panel they are shorter than decades.
    let span = Runs.asked(of: panel, wanted: 2 * span) / 2
    let all = try Runs(panel, atLeast: 2 * span, atMost: 6 * span)
    let regression = try regress(all, span: span)
    let rows = try Runs(panel, of: powers, atLeast: span, atMost: 5 * span)
    let changes = rows.changes
    let scatter = changes.map { $0.sampleVariance.squareRoot() }
    do {
      let shared = try SharedShocks(
        changes: changes, lastYears: rows.lastYears, window: 5 * span, shrinkage: shrinkage)
      // The mean of a decade's scatter is part of the regression's error already.
      let passing = scatter.map { _ in regression.residualVariance.squareRoot() }
      return Fit(
        indicator: rows.indicator, powers: rows.powers, lastYears: rows.lastYears, span: span,
        levels: rows.levels.map { $0[$0.count - 1] },
        growth: changes.map { $0.suffix(span).mean },
        constant: regression.coefficients[0], persistence: regression.coefficients[1],
        decades: CorrelatedShocks(shared.factors, deviations: passing),
        yearly: CorrelatedShocks(shared.factors, deviations: scatter))
    } catch {
      throw .degenerateShocks(rows.indicator)
    }
  }

  private func regress(_ runs: Runs, span: Int) throws(ModelError) -> LeastSquares {
    var before: [Double] = []
    var after: [Double] = []
    for run in runs.changes {
      let decades = stride(from: run.count, through: span, by: -span).map { end in
        run[end - span..<end].mean
      }
      for (later, earlier) in zip(decades, decades.dropFirst()) {
        before.append(earlier)
        after.append(later)
      }
    }
    let design = Matrix(rows: before.count, columns: 2) { $1 == 0 ? 1 : before[$0] }
    guard let fit = try? LeastSquares(design: design, response: after) else {
      throw .degenerateRegression(runs.indicator)
    }
    return fit
  }
}

extension RegressionToMean {
  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    let span: Int
    let levels: [Double]
    let growth: [Double]
    let constant: Double
    let persistence: Double
    let decades: CorrelatedShocks
    let yearly: CorrelatedShocks

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      let lanes = BlockStream.lanes
      var paths = Paths(years: years, rows: powers.count)
      var level = levels.flatMap { [Double](repeating: $0, count: lanes) }
      var rate = growth.flatMap { [Double](repeating: $0, count: lanes) }
      let begin = (lastYears.min() ?? years.lowerBound) + 1
      for first in stride(from: begin, through: years.upperBound, by: span) {
        let decade = decades.draw(from: stream, channel: channel, step: first)
        for cell in rate.indices { rate[cell] = constant + persistence * rate[cell] + decade[cell] }
        let scatter = centred(
          (first..<first + span).map { yearly.draw(from: stream, channel: channel + 1, step: $0) })
        for (index, year) in (first..<first + span).enumerated() where years.contains(year) {
          for row in powers.indices where year > lastYears[row] {
            let output = paths.offset(year: year, row: row)
            for lane in 0..<lanes {
              let cell = row * lanes + lane
              level[cell] += rate[cell] + scatter[index][cell]
              paths.values[output + lane] = level[cell]
            }
          }
        }
      }
      return paths
    }

    /// Takes the mean of a decade out of its years' scatter: the decade's own shock has it.
    private func centred(_ scatter: [[Double]]) -> [[Double]] {
      guard scatter.count > 1 else { return scatter }
      let cells = scatter[0].indices
      let mean = cells.map { cell in
        scatter.reduce(0) { $0 + $1[cell] } / Double(scatter.count)
      }
      return scatter.map { row in cells.map { row[$0] - mean[$0] } }
    }
  }
}
