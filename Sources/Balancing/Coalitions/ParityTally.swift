import Forecasting
import Probability

/// Counts of the futures in which coalitions reach a leader: by measure and coalition.
struct ParityTally: Sendable {
  /// By year.
  struct Counts: Sendable {
    /// In how many futures parity is first reached.
    var first: [Int]
    /// In how many there is parity.
    var parity: [Int]
  }

  let coalitions: [[Int]]
  let leader: Int
  /// By measure.
  let years: [ClosedRange<Int>]
  let reliability: ParityForecast.Reliability
  let seed: UInt64
  private(set) var counts: [[Counts]]
  private(set) var futures = 0

  init(
    coalitions: [[Int]], leader: Int, years: [ClosedRange<Int>],
    reliability: ParityForecast.Reliability, seed: UInt64
  ) {
    self.coalitions = coalitions
    self.leader = leader
    self.years = years
    self.reliability = reliability
    self.seed = seed
    counts = years.map { years in
      let zero = [Int](repeating: 0, count: years.count)
      return coalitions.map { _ in Counts(first: zero, parity: zero) }
    }
  }

  mutating func record(_ block: MeasuredBlock) {
    let weights = weights(of: block)
    for measure in counts.indices {
      for (place, rows) in coalitions.enumerated() {
        for lane in 0..<block.used {
          var isReached = false
          for (step, year) in years[measure].enumerated() {
            var sum = 0.0
            for (member, row) in rows.enumerated() {
              let weight = member == 0 ? 1 : weights[row * block.lanes + lane]
              sum += weight * block[measure, row, year, lane]
            }
            guard sum >= block[measure, leader, year, lane] else { continue }
            counts[measure][place].parity[step] += 1
            if !isReached { counts[measure][place].first[step] += 1 }
            isReached = true
          }
        }
      }
    }
    futures += block.used
  }

  /// What each power's alliance is worth on each lane: `row * lanes + lane`.
  private func weights(of block: MeasuredBlock) -> [Double] {
    let count = block.powers.count * block.lanes
    switch reliability {
    case .fixed(let fraction): return [Double](repeating: fraction, count: count)
    case .drawn(let probability):
      return BlockStream(seed: seed, block: block.index).uniforms(count, channel: Self.channel)
        .map { $0 < probability ? 1 : 0 }
    }
  }

  /// Below the channels of all indicators, which are multiples of 16 times a hash.
  private static let channel = 7

  mutating func merge(_ other: ParityTally) {
    for measure in counts.indices {
      for place in counts[measure].indices {
        let theirs = other.counts[measure][place]
        for step in theirs.first.indices {
          counts[measure][place].first[step] += theirs.first[step]
          counts[measure][place].parity[step] += theirs.parity[step]
        }
      }
    }
    futures += other.futures
  }
}
