import Probability
import RealModule

/// Counts crossings of all pairs, and keeps growth at the horizons, over blocks of futures.
struct PairCount {
  private let universe: Universe
  private let horizons: [Int]
  private let starts: [Double]
  /// Their rows: challengers and incumbents.
  private let rows: (challengers: [Int32], incumbents: [Int32])
  /// `crossings[horizon * pairs + pair]`.
  private var crossings: [Int64]
  /// `growth[horizon][power]`.
  private var growth: [[[Double]]]
  private var futures = 0

  init(_ question: BacktestQuestion) {
    universe = question.universe
    horizons = question.options.horizons
    starts = question.universe.powers.map {
      .log(question.record[$0, question.origin] ?? .nan)
    }
    let pairs = question.universe.pairs
    rows = (pairs.map { Int32($0.challenger) }, pairs.map { Int32($0.incumbent) })
    crossings = [Int64](repeating: 0, count: horizons.count * pairs.count)
    growth = horizons.map { _ in question.universe.powers.map { _ in [] } }
  }

  /// Counts one block.
  ///
  /// - Parameters:
  ///   - logs: `((year - firstYear) * powers + power) * lanes + lane`, logarithms.
  ///   - firstYear: The year of the first.
  mutating func record(_ logs: [Double], firstYear: Int) {
    let lanes = BlockStream.lanes
    let powers = universe.powers.count
    let skipped = universe.origin + 1 - firstYear
    logs.withUnsafeBufferPointer { logs in
      let known = UnsafeBufferPointer(rebasing: logs[(skipped * powers * lanes)...])
      Vector.countCrossings(
        of: rows, in: known, rows: powers, horizons: horizons, into: &crossings)
      for (step, horizon) in horizons.enumerated() {
        for power in universe.powers.indices {
          let cell = ((skipped + horizon - 1) * powers + power) * lanes
          for lane in 0..<lanes { growth[step][power].append(logs[cell + lane] - starts[power]) }
        }
      }
    }
    futures += lanes
  }

  /// Probabilities a half count away from 0 and 1, and samples.
  var answer: BacktestAnswer {
    let all = Double(futures)
    return BacktestAnswer(
      probabilities: horizons.indices.map { step in
        universe.pairs.indices.map {
          (Double(crossings[step * universe.pairs.count + $0]) + 0.5) / (all + 1)
        }
      },
      growth: growth)
  }
}
