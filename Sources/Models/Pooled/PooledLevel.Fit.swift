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
      rows: Runs, pool: Sample, parameters: Parameters, model: PooledLevel
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
      tail = model.tail
      do {
        let shared = try SharedShocks(
          changes: rows.changes, lastYears: rows.lastYears, window: 50,
          shrinkage: model.shrinkage)
        shocks = try CorrelatedShocks(
          correlation: shared.correlation, deviations: deviations)
      } catch {
        throw .degenerateShocks(rows.indicator)
      }
    }

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      let lanes = BlockStream.lanes
      var paths = Paths(years: years, rows: powers.count)
      var level = levels.flatMap { [Double](repeating: $0, count: lanes) }
      let own = ownLevels(from: stream, channel: channel)
      for year in years {
        let shock = shocks.draw(from: stream, channel: channel + 1, step: year)
        let scale = tail.scales(from: stream, channel: channel + 2, step: year)
        for row in powers.indices where year > lastYears[row] {
          let output = paths.offset(year: year, row: row)
          let moves = states[row] != nil
          for lane in 0..<lanes {
            let cell = row * lanes + lane
            if moves {
              level[cell] =
                own[cell] + parameters.persistence * (level[cell] - own[cell])
                + scale[lane] * shock[cell]
            }
            paths.values[output + lane] = level[cell]
          }
        }
      }
      return paths
    }

    /// Each lane's level to which a power returns.
    private func ownLevels(from stream: BlockStream, channel: Int) -> [Double] {
      let lanes = BlockStream.lanes
      var own = [Double](repeating: 0, count: powers.count * lanes)
      own.withUnsafeMutableBufferPointer { stream.fill($0, channel: channel, step: 0) }
      for row in powers.indices {
        let state = states[row] ?? State(mean: levels[row], variance: 0)
        for lane in 0..<lanes {
          let cell = row * lanes + lane
          own[cell] = state.mean + state.variance.squareRoot() * own[cell]
        }
      }
      return own
    }
  }
}
