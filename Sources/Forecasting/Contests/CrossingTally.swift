import RealModule
import Probability

/// What a contest's futures are counted into: crossings, reversals and the ratio's quantiles.
///
/// Counts are added, so the result does not depend on the order of blocks.
struct CrossingTally: Sendable {
  let years: ClosedRange<Int>
  /// For how many years up to the origin the challenger has led.
  let led: Int
  private(set) var crossings: [Int]
  private(set) var durables: [Int]
  private(set) var reversals: [Int]
  private(set) var sketches: [QuantileSketch]
  private(set) var futures = 0

  init(years: ClosedRange<Int>, led: Int, logRatio: Double) {
    let zero = [Int](repeating: 0, count: years.count)
    self.years = years
    self.led = led
    crossings = zero
    durables = zero
    reversals = zero
    sketches = years.map { _ in
      QuantileSketch(range: logRatio - 8...logRatio + 8, bins: 4096)
    }
  }

  /// Counts the futures of one block.
  ///
  /// - Parameters:
  ///   - ratios: `(year - firstYear) * lanes + lane`, levels.
  ///   - firstYear: The year of the first ratios.
  ///   - lanes: How many lanes there are.
  ///   - used: How many of them count.
  mutating func record(_ ratios: [Double], firstYear: Int, lanes: Int, used: Int) {
    let last = firstYear + ratios.count / lanes - 1
    for lane in 0..<used {
      var run = led
      var crossed = false
      var durable = led >= CrossingForecast.durableYears
      var reversed = false
      for year in years.lowerBound...last {
        let ratio = ratios[(year - firstYear) * lanes + lane]
        if years.contains(year) {
          let step = year - years.lowerBound
          sketches[step].record(.log(ratio))
          if ratio >= 1, !crossed {
            crossings[step] += 1
            crossed = true
          }
          if ratio <= 1, !reversed {
            reversals[step] += 1
            reversed = true
          }
        }
        run = ratio >= 1 ? run + 1 : 0
        if run == CrossingForecast.durableYears, !durable {
          let began = max(year - CrossingForecast.durableYears + 1, years.lowerBound)
          if years.contains(began) { durables[began - years.lowerBound] += 1 }
          durable = true
        }
      }
      futures += 1
    }
  }

  mutating func merge(_ other: CrossingTally) {
    for step in crossings.indices {
      crossings[step] += other.crossings[step]
      durables[step] += other.durables[step]
      reversals[step] += other.reversals[step]
      sketches[step].merge(other.sketches[step])
    }
    futures += other.futures
  }
}
