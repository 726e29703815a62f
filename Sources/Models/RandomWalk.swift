import CKernel
public import Panels
public import Probability

/// A random walk with drift on the indicator's scale, its shocks correlated across powers.
///
///     zₜ₊₁ = zₜ + m + eₜ,   m ~ N(m̂, s² / n),   e ~ N(0, s²)
///
/// The drift is the mean change of the last years; how little they tell of it is drawn with it.
///
/// **Source.** Lütkepohl, *New Introduction to Multiple Time Series Analysis* (2005), §3.2.
public struct RandomWalk: Model {
  public let name = "random-walk"
  /// How many years the drift and the shocks are learned from.
  public let window: Int
  public let shrinkage = 0.5

  public init(window: Int = 20) { self.window = window }

  public func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let runs = try Runs(panel, of: powers, atLeast: min(window, 10), atMost: window)
    let changes = runs.changes
    let deviations = changes.map { $0.sampleVariance.squareRoot() }
    do {
      let shared = try SharedShocks(
        changes: changes, lastYears: runs.lastYears, window: window, shrinkage: shrinkage)
      return Fit(
        indicator: runs.indicator, powers: runs.powers, lastYears: runs.lastYears,
        levels: runs.levels.map { $0[$0.count - 1] }, drift: changes.map(\.mean),
        driftErrors: zip(deviations, changes).map { $0 / Double($1.count).squareRoot() },
        deviations: deviations, factors: shared.factors)
    } catch {
      throw .degenerateShocks(runs.indicator)
    }
  }
}

extension RandomWalk {
  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    let levels: [Double]
    let drift: [Double]
    let errors: CorrelatedShocks
    let shocks: CorrelatedShocks

    /// A random walk with given parameters, one of each a power.
    public init(
      indicator: Indicator, powers: [Power], lastYears: [Int], levels: [Double], drift: [Double],
      driftErrors: [Double], deviations: [Double], factors: CommonFactors
    ) {
      self.indicator = indicator
      self.powers = powers
      self.lastYears = lastYears
      self.levels = levels
      self.drift = drift
      errors = CorrelatedShocks(factors, deviations: driftErrors)
      shocks = CorrelatedShocks(factors, deviations: deviations)
    }

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      drawnAlone(years: years, from: stream, channel: channel)
    }

    public func draw(
      years: ClosedRange<Int>, from stream: BlockStream, channel: Int, into room: PathRoom
    ) {
      withKernel {
        fill(room, with: $0, by: primacy_draw_growth, years: years, from: stream, channel: channel)
      }
    }

    /// Lends the fit to the kernel as growth whose deviation, drift and its error, lasts for ever.
    private func withKernel(_ body: (primacy_growth) -> Void) {
      errors.withKernel { errors in
        shocks.withKernel { shocks in
          levels.withUnsafeBufferPointer { levels in
            lastYears.map(Int32.init).withUnsafeBufferPointer { lastYears in
              drift.map { Float($0) }.withUnsafeBufferPointer { drift in
                body(
                  primacy_growth(
                    beginnings: errors, shocks: shocks,
                    trends: primacy_shocks(rows: 0, weights: nil), levels: levels.baseAddress,
                    last_years: lastYears.baseAddress, means: drift.baseAddress, growth: 0,
                    persistence: 1, pull: 0, pull_of_square: 0, least_gap: 0, most_gap: 0,
                    leader: -1, slumps: nil, conditions: nil, rebound: 0, fading: 0,
                    degrees_of_freedom: 0))
              }
            }
          }
        }
      }
    }
  }
}
