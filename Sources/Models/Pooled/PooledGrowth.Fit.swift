import CKernel
import LinearAlgebra
public import Panels
public import Probability

extension PooledGrowth {
  /// What the pooled model knows of some powers at an origin.
  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    public let parameters: Parameters
    /// The last levels, in logarithms.
    let levels: [Double]
    let states: [State]
    /// Where each power stands, if its growth has determinants.
    let stand: Stand?
    let shocks: CorrelatedShocks
    let trends: CorrelatedShocks
    let beginnings: CorrelatedShocks
    let tail: HeavyTail?

    init(
      rows: Runs, sample: Sample, parameters: Parameters, options: Options
    ) throws(ModelError) {
      let countries = rows.powers.map { sample.powers.firstIndex(of: $0) ?? 0 }
      let states = countries.map { parameters.state(of: $0, in: sample) }
      let noise = countries.map { (parameters.noise * sample.variances[$0]).squareRoot() }
      indicator = rows.indicator
      powers = rows.powers
      lastYears = rows.lastYears
      levels = rows.levels.map { $0[$0.count - 1] }
      self.parameters = parameters
      self.states = states
      stand = options.determinants.map { Stand(rows, $0) }
      tail = options.tail
      do {
        let changes = rows.changes
        let yearly = try SharedShocks(
          changes: changes, lastYears: rows.lastYears, window: 50,
          shrinkage: options.shrinkageOfShocks)
        let slow = try SharedShocks(
          changes: changes, lastYears: rows.lastYears, window: 50, averagedOver: 5,
          shrinkage: options.shrinkageOfTrends)
        shocks = CorrelatedShocks(yearly.factors, deviations: noise)
        trends = CorrelatedShocks(
          slow.factors, deviations: noise.map { _ in parameters.trendDeviation })
        beginnings = CorrelatedShocks(
          slow.factors, deviations: states.map { $0.variance.squareRoot() })
      } catch {
        throw .degenerateShocks(rows.indicator)
      }
    }

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      drawnAlone(years: years, from: stream, channel: channel)
    }

    public func draw(
      years: ClosedRange<Int>, from stream: BlockStream, channel: Int, into room: PathRoom
    ) {
      let drawn = stand?.coefficients?.drawn(from: stream, channel: channel + 9)
      withKernel(drawn) {
        fill(room, with: $0, by: primacy_draw_growth, years: years, from: stream, channel: channel)
      }
    }

    /// Lends the fit to the kernel, which draws in single precision.
    private func withKernel(_ drawn: GrowthCoefficients?, _ body: (primacy_growth) -> Void) {
      beginnings.withKernel { beginnings in
        shocks.withKernel { shocks in
          trends.withKernel { trends in
            levels.withUnsafeBufferPointer { levels in
              lastYears.map(Int32.init).withUnsafeBufferPointer { lastYears in
                states.map { Float($0.mean) }.withUnsafeBufferPointer { means in
                  var model = primacy_growth(
                    beginnings: beginnings, shocks: shocks, trends: trends,
                    levels: levels.baseAddress, last_years: lastYears.baseAddress,
                    means: means.baseAddress, growth: Float(parameters.growth),
                    persistence: Float(parameters.persistence), pull: 0, pull_of_square: 0,
                    least_gap: 0, most_gap: 0, leader: -1, slumps: nil, conditions: nil,
                    rebound: 0, fading: 0, degrees_of_freedom: tail?.degreesOfFreedom ?? 0)
                  guard let stand else { return body(model) }
                  stand.withKernel(&model, drawn, body)
                }
              }
            }
          }
        }
      }
    }
  }
}
