import CKernel
import LinearAlgebra
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

/// The kernel against the equations written plainly: the same bits at every level of instructions.
@Suite("Models in the kernel", .serialized)
struct ModelKernelTests {
  let stream = BlockStream(seed: 9, block: 3)
  let years = 2018...2031

  private func panel(_ tendency: Indicator.Tendency) -> Panel {
    var deviates = Deviates(seed: 11)
    var levels: [Power: [Double]] = ["USA": []]
    for (index, power) in (["USA"] + (0..<25).map { Power("P\($0)") }).enumerated() {
      var level = 10.0 - 0.1 * Double(index)
      // Ragged ends: every third power ends two years early.
      levels[power] = deviates.next(index % 3 == 0 ? 68 : 66).map { deviate in
        level += 0.02 + 0.03 * deviate
        return Double.exp(level)
      }
    }
    return .made(
      Indicator("gdp_per_capita.ppp", unit: "$", tendency: tendency), from: 1950, levels)
  }

  @Test func `growth at every level of instructions has the bits of the plain equations`() throws {
    let panel = panel(.grows)
    let people = panel.powers.enumerated().map { row, power in
      (power, (0..<68).map { Double.exp(0.001 * Double(row * $0)) })
    }
    let data = DataSet(
      panels: [.made(.population, from: 1950, Dictionary(uniqueKeysWithValues: people))],
      entities: [], checksum: "made")
    let model = PooledGrowth(.perHead(data))
    let fit = try #require(try model.fit(panel, for: panel.powers) as? PooledGrowth.Fit)
    try expectSameBits(fit, plain(fit))
  }

  @Test func `levels at every level of instructions have the bits of the plain equations`() throws {
    let panel = panel(.reverts)
    let fit = try #require(try PooledLevel().fit(panel, for: panel.powers) as? PooledLevel.Fit)
    try expectSameBits(fit, plain(fit))
  }

  /// The equations of pooled growth, in single precision and one lane at a time.
  private func plain(_ fit: PooledGrowth.Fit) -> [Double] {
    let count = fit.powers.count
    let start = PlainKernel.correlated(rows(of: fit.beginnings), deviates(8 + count, 48, step: 0))
    var drift = fit.states.indices.map { row in
      lanes { Float(fit.states[row].mean) + $1 * start[row][$0] }
    }
    var x = [[Float]](repeating: [Float](repeating: 0, count: 32), count: count)
    var out = Paths(years: years, rows: count)
    let parameters = fit.parameters
    let drawn = GrowthCoefficients().drawn(from: stream, channel: 57)
    let (pull, square) = (Float(drawn.pull), Float(drawn.pullOfSquare))
    var slumps = fit.stand?.slumps?.map { [Float](repeating: $0, count: 32) } ?? []
    var left: Float = 1
    for year in years {
      defer { left *= (fit.stand?.fading ?? 1) }
      let shocks = PlainKernel.correlated(
        rows(of: fit.shocks), deviates(8 + count, 49, step: year))
      let changes = PlainKernel.correlated(
        rows(of: fit.trends), deviates(8 + count, 50, step: year))
      let size = tail(51, step: year)
      let ahead = x
      for row in 0..<count where year > fit.lastYears[row] {
        for lane in 0..<32 {
          let sign: Float = lane < 16 ? 1 : -1
          let shock = sign * (size[lane % 16] * shocks[row][lane % 16])
          let change = sign * (size[lane % 16] * changes[row][lane % 16])
          var mean = Float(parameters.growth)
          if let leader = fit.stand?.leader {
            let between = Float(fit.levels[leader] - fit.levels[row])
            let gap = max(-1, min(3.5, between + (ahead[leader][lane] - x[row][lane])))
            mean += (pull + square * gap) * gap
          }
          mean += left * (fit.stand?.conditions[row] ?? 0)
          var growth = (mean + drift[row][lane]) + shock
          growth += Float(drawn.rebound) * slumps[row][lane]
          slumps[row][lane] = max(0, slumps[row][lane] - growth)
          x[row][lane] += growth
          drift[row][lane] = Float(drawn.persistence) * drift[row][lane] + change
          out.values[out.offset(year: year, row: row) + lane] =
            Double(Float(fit.levels[row]) + x[row][lane])
        }
      }
    }
    return out.values
  }

  /// The equations of pooled levels.
  private func plain(_ fit: PooledLevel.Fit) -> [Double] {
    let count = fit.powers.count
    let start = deviates(count, 48, step: 0)
    let own = fit.states.enumerated().map { row, state in
      lanes { lane, sign in
        let mean = Float((state?.mean ?? fit.levels[row]) - fit.levels[row])
        return mean + sign * (Float((state?.variance ?? 0).squareRoot()) * start[row][lane])
      }
    }
    var x = [[Float]](repeating: [Float](repeating: 0, count: 32), count: count)
    var out = Paths(years: years, rows: count)
    let persistence = Float(fit.parameters.persistence)
    for year in years {
      let shocks = PlainKernel.correlated(
        rows(of: fit.shocks), deviates(8 + count, 49, step: year))
      let size = tail(50, step: year)
      for row in 0..<count where year > fit.lastYears[row] {
        for lane in 0..<32 {
          let shock = (lane < 16 ? 1 : -1) * (size[lane % 16] * shocks[row][lane % 16])
          let away = own[row][lane]
          x[row][lane] = away + persistence * (x[row][lane] - away) + shock
          out.values[out.offset(year: year, row: row) + lane] =
            Double(Float(fit.levels[row]) + x[row][lane])
        }
      }
    }
    return out.values
  }

  @Test func `autoregressions at every level of instructions have the plain equations' bits`()
    throws
  {
    let panel = panel(.grows)
    let model = VectorAutoregression()
    let fit = try #require(try model.fit(panel, for: panel.powers) as? VectorAutoregression.Fit)
    try expectSameBits(fit, plain(fit))
  }

  /// The equations of the autoregression of one lag: a mean, and what the lanes differ by from it.
  private func plain(_ fit: VectorAutoregression.Fit) -> [Double] {
    let count = fit.powers.count
    let recursion = VectorAutoregression.Recursion(
      fit.drawnEquations(from: stream, channel: 48))
    let own = fit.sample.deviations.map(Float.init)
    var growth = fit.latest
    var away = [[Float]](repeating: [Float](repeating: 0, count: 16), count: count)
    var level = [Float](repeating: 0, count: count)
    var apart = away
    var out = Paths(years: years, rows: count)
    for year in fit.sample.lastYear + 1...years.upperBound {
      var next = recursion.constants.map(Float.init)
      var nextAway = PlainKernel.correlated(
        rows(of: fit.shocks), deviates(8 + count, 49, step: year))
      for from in 0..<count {
        for to in 0..<count {
          let weight = Float(recursion.lags[0][from, to])
          next[to] += weight * growth[from]
          for lane in 0..<16 { nextAway[to][lane] += weight * away[from][lane] }
        }
      }
      for row in 0..<count {
        guard year > fit.lastYears[row] else {
          next[row] = fit.known[(year - fit.sample.lastYear - 1) * count + row]
          nextAway[row] = [Float](repeating: 0, count: 16)
          continue
        }
        level[row] += Float(fit.sample.mean) + own[row] * next[row]
        for lane in 0..<16 { apart[row][lane] += own[row] * nextAway[row][lane] }
        guard years.contains(year) else { continue }
        for lane in 0..<32 {
          let difference = apart[row][lane % 16]
          let path = lane < 16 ? level[row] + difference : level[row] - difference
          out.values[out.offset(year: year, row: row) + lane] =
            Double(Float(fit.levels[row]) + path)
        }
      }
      (growth, away) = (next, nextAway)
    }
    return out.values
  }

  /// A number for each lane from the lane drawn and its sign.
  private func lanes(_ value: (Int, Float) -> Float) -> [Float] {
    (0..<32).map { value($0 % 16, $0 < 16 ? 1 : -1) }
  }

  private func deviates(_ rows: Int, _ channel: UInt64, step: Int) -> [[Float]] {
    PlainKernel.rows(
      rows, seed: stream.seed, stream: UInt64(stream.block) << 32 | channel,
      counter: UInt64(step * BlockStream.rows))
  }

  private func tail(_ channel: UInt64, step: Int) -> [Float] {
    PlainKernel.tailOfFive(
      seed: stream.seed, stream: UInt64(stream.block) << 32 | channel,
      counter: UInt64(step * BlockStream.rows))
  }

  /// A row's weights, out of its panel: of the eight common deviates and of its own.
  private func rows(of shocks: CorrelatedShocks) -> [[Float]] {
    shocks.withKernel { kernel in
      (0..<shocks.count).map { row in
        (0...8).map { kernel.weights[36 * (row / 4) + 4 * $0 + row % 4] }
      }
    }
  }

  private func expectSameBits(_ fit: any FittedModel, _ plain: [Double]) throws {
    defer { primacy_use_level(.max) }
    for level in 0..<primacy_levels() {
      primacy_use_level(level)
      let drawn = fit.draw(years: years, from: stream, channel: 48).values
      #expect(drawn.map(\.bitPattern) == plain.map(\.bitPattern))
    }
  }
}
