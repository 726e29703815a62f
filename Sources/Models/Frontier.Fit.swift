import LinearAlgebra
public import Panels
public import Probability
import RealModule

extension Frontier {
  /// A frontier and the gaps of some powers, ready to draw.
  public struct Fit: FittedModel {
    public let indicator: Indicator
    public let powers: [Power]
    public let lastYears: [Int]
    let trend: Trend
    let gaps: Gaps
    /// The powers' last levels.
    let levels: [Double]
    /// The mean and standard deviation of what is known of each power's *φ*; 0 for the frontier.
    let persistence: [(mean: Double, deviation: Double)]
    /// The frontier's shocks, then those of each power's gap.
    let shocks: CorrelatedShocks

    init(rows: Runs, trend: Trend, gaps: Gaps, options: Options) throws(ModelError) {
      indicator = rows.indicator
      powers = rows.powers
      lastYears = rows.lastYears
      levels = rows.levels.map { $0[$0.count - 1] }
      self.trend = trend
      self.gaps = gaps
      let places = rows.powers.map { gaps.powers.firstIndex(of: $0) }
      persistence = rows.powers.indices.map { row in
        guard rows.powers[row] != trend.power else { return (0, 0) }
        let estimate = places[row].map { (gaps.persistence[$0], gaps.persistenceVariances[$0]) }
        let known = gaps.ofPersistence.posterior(
          of: estimate?.0 ?? 0, variance: estimate?.1 ?? .infinity)
        return (known.mean, known.variance.squareRoot())
      }
      let deviations = rows.powers.indices.map { row -> Double in
        guard rows.powers[row] != trend.power else { return 0 }
        guard let place = places[row] else { return .exp(gaps.ofLogDeviation.mean) }
        guard gaps.deviations[place] > 0 else { return 0 }
        return .exp(
          gaps.ofLogDeviation.posterior(
            of: .log(gaps.deviations[place]), variance: gaps.logVariances[place]
          ).mean)
      }
      do {
        let shared = try SharedShocks(
          changes: [trend.residuals] + places.map { $0.map { gaps.residuals[$0] } ?? [] },
          lastYears: [trend.lastYear] + places.map { $0.map { gaps.lastYears[$0] } ?? 0 },
          window: options.years.upperBound, shrinkage: options.shrinkage)
        shocks = CorrelatedShocks(
          shared.factors, deviations: [trend.deviation] + deviations)
      } catch {
        throw .degenerateShocks(rows.indicator)
      }
    }

    public func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      let lanes = BlockStream.lanes
      var paths = Paths(years: years, rows: powers.count)
      let drift = drifts(from: stream, channel: channel)
      let persistence = persistences(from: stream, channel: channel + 1)
      var frontier = [Double](repeating: trend.levels[trend.levels.count - 1], count: lanes)
      var gap = startingGaps()
      let begin = min(trend.lastYear, lastYears.min() ?? trend.lastYear) + 1
      for year in begin...max(begin, years.upperBound) {
        let shock = shocks.draw(from: stream, channel: channel + 2, step: year)
        for lane in 0..<lanes {
          // A power may be known for longer, or less long, than the frontier.
          if let known = trend.level(in: year) {
            frontier[lane] = known
          } else {
            frontier[lane] += drift[lane] + shock[lane]
          }
        }
        for row in powers.indices {
          let output = years.contains(year) ? paths.offset(year: year, row: row) : nil
          for lane in 0..<lanes {
            let cell = row * lanes + lane
            if year == lastYears[row] { gap[cell] = frontier[lane] - levels[row] }
            guard year > lastYears[row] else { continue }
            gap[cell] = persistence[cell] * gap[cell] + shock[lanes + cell]
            if let output { paths.values[output + lane] = frontier[lane] - gap[cell] }
          }
        }
      }
      return paths
    }
  }
}

extension Frontier.Fit {
  /// The gaps in each power's last year; those later than the frontier's last are found on the way.
  private func startingGaps() -> [Double] {
    powers.indices.flatMap { row -> [Double] in
      let gap = trend.level(in: lastYears[row]).map { $0 - levels[row] } ?? 0
      return [Double](repeating: gap, count: BlockStream.lanes)
    }
  }

  private func drifts(from stream: BlockStream, channel: Int) -> [Double] {
    deviates(1, from: stream, channel: channel).map { trend.drift + trend.driftError * $0 }
  }

  private func persistences(from stream: BlockStream, channel: Int) -> [Double] {
    deviates(powers.count, from: stream, channel: channel).enumerated().map { cell, deviate in
      let (mean, deviation) = persistence[cell / BlockStream.lanes]
      return min(1, max(0, mean + deviation * deviate))
    }
  }

  private func deviates(_ rows: Int, from stream: BlockStream, channel: Int) -> [Double] {
    var deviates = [Double](repeating: 0, count: rows * BlockStream.lanes)
    deviates.withUnsafeMutableBufferPointer { stream.fill($0, channel: channel, step: 0) }
    return deviates
  }
}
