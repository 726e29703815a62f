import CKernel
import LinearAlgebra
public import Panels
public import Probability

extension PooledLevel {
  /// What the pooled model knows of some powers' levels at an origin.
  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    public let parameters: Parameters
    /// The last levels, in logarithms or logits.
    let levels: [Double]
    /// The own level of each power; nothing where the series never changed.
    let states: [State?]
    let shocks: CorrelatedShocks
    let tail: HeavyTail

    init(
      rows: Runs, pool: Sample, parameters: Parameters, options: Options
    ) throws(ModelError) {
      var states: [State?] = []
      var deviations: [Double] = []
      for (row, power) in rows.powers.enumerated() {
        let country = pool.powers.firstIndex(of: power)
        states.append(
          country.map { parameters.state(of: rows.levels[row], variance: pool.variances[$0]) })
        deviations.append(
          country.map { (parameters.noise * pool.variances[$0]).squareRoot() } ?? 0)
      }
      indicator = rows.indicator
      powers = rows.powers
      lastYears = rows.lastYears
      levels = rows.levels.map { $0[$0.count - 1] }
      self.parameters = parameters
      self.states = states
      tail = options.tail
      do {
        let shared = try SharedShocks(
          changes: rows.changes, lastYears: rows.lastYears, window: 50,
          shrinkage: options.shrinkage)
        shocks = CorrelatedShocks(shared.factors, deviations: deviations)
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
      withKernel {
        fill(room, with: $0, by: primacy_draw_level, years: years, from: stream, channel: channel)
      }
    }

    /// Lends the fit to the kernel, which draws in single precision and relative to the last level.
    ///
    /// A power whose series never changed has no shocks and its last level for its own.
    private func withKernel(_ body: (primacy_level) -> Void) {
      let means = zip(states, levels).map { state, level in Float((state?.mean ?? level) - level) }
      let deviations = states.map { Float(($0?.variance ?? 0).squareRoot()) }
      shocks.withKernel { shocks in
        levels.withUnsafeBufferPointer { levels in
          lastYears.map(Int32.init).withUnsafeBufferPointer { lastYears in
            means.withUnsafeBufferPointer { means in
              deviations.withUnsafeBufferPointer { deviations in
                body(
                  primacy_level(
                    shocks: shocks, levels: levels.baseAddress,
                    last_years: lastYears.baseAddress, means: means.baseAddress,
                    deviations: deviations.baseAddress,
                    persistence: Float(parameters.persistence),
                    degrees_of_freedom: tail.degreesOfFreedom))
              }
            }
          }
        }
      }
    }
  }
}
