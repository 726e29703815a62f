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
    /// The row of the leader, if growth converges.
    let leader: Int?
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
      leader = options.leader.flatMap { rows.powers.firstIndex(of: $0) }
      tail = options.tail
      do {
        let changes = rows.changes
        let yearly = try SharedShocks(
          changes: changes, lastYears: rows.lastYears, window: 50,
          shrinkage: options.shrinkageOfShocks)
        let slow = try SharedShocks(
          changes: changes, lastYears: rows.lastYears, window: 50, averagedOver: 5,
          shrinkage: options.shrinkageOfTrends)
        shocks = try CorrelatedShocks(correlation: yearly.correlation, deviations: noise)
        trends = try CorrelatedShocks(
          correlation: slow.correlation,
          deviations: noise.map { _ in parameters.trendDeviation })
        beginnings = try CorrelatedShocks(
          correlation: slow.correlation, deviations: states.map { $0.variance.squareRoot() })
      } catch {
        throw .degenerateShocks(rows.indicator)
      }
    }

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      let lanes = BlockStream.lanes
      var paths = Paths(years: years, rows: powers.count)
      var level = levels.flatMap { [Double](repeating: $0, count: lanes) }
      var deviation = beginnings.draw(from: stream, channel: channel, step: 0)
      for row in powers.indices {
        for lane in 0..<lanes { deviation[row * lanes + lane] += states[row].mean }
      }
      for year in years {
        let shock = shocks.draw(from: stream, channel: channel + 1, step: year)
        let change = trends.draw(from: stream, channel: channel + 2, step: year)
        let scale = tail?.scales(from: stream, channel: channel + 3, step: year)
        let ahead = leader.map { Array(level[$0 * lanes..<($0 + 1) * lanes]) }
        for row in powers.indices where year > lastYears[row] {
          let output = paths.offset(year: year, row: row)
          for lane in 0..<lanes {
            let cell = row * lanes + lane
            let size = scale?[lane] ?? 1
            let gap = Sample.gap(from: level[cell], to: ahead?[lane])
            level[cell] += parameters.mean(at: gap) + deviation[cell] + size * shock[cell]
            deviation[cell] =
              parameters.persistence * deviation[cell] + size * change[cell]
            paths.values[output + lane] = level[cell]
          }
        }
      }
      return paths
    }
  }
}
