import Probability
import RealModule

/// Counts crossings of all pairs, and keeps growth at the horizons, over blocks of futures.
struct PairCount {
  private let universe: Universe
  private let horizons: [Int]
  private let starts: [Double]
  /// `crossings[horizon][pair]`.
  private var crossings: [[Int]]
  /// `growth[horizon][power]`.
  private var growth: [[[Double]]]
  private var futures = 0

  init(_ question: BacktestQuestion) {
    universe = question.universe
    horizons = question.options.horizons
    starts = question.universe.powers.map {
      .log(question.record[$0, question.origin] ?? .nan)
    }
    crossings = horizons.map { _ in [Int](repeating: 0, count: question.universe.pairs.count) }
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
      var most = [Double](repeating: 0, count: lanes)
      most.withUnsafeMutableBufferPointer { most in
        for (index, pair) in universe.pairs.enumerated() {
          for lane in 0..<lanes { most[lane] = -1 }
          var year = 0
          for (step, horizon) in horizons.enumerated() {
            while year < horizon {
              let row = (skipped + year) * powers
              let above = (row + pair.challenger) * lanes
              let below = (row + pair.incumbent) * lanes
              for lane in 0..<lanes {
                let lead = logs[above + lane] - logs[below + lane]
                most[lane] = lead > most[lane] ? lead : most[lane]
              }
              year += 1
            }
            var count = 0
            for lane in 0..<lanes where most[lane] >= 0 { count += 1 }
            crossings[step][index] += count
          }
        }
      }
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
      probabilities: crossings.map { $0.map { (Double($0) + 0.5) / (all + 1) } },
      growth: growth)
  }
}
