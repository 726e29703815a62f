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
  /// Of each kind of event, how it falls on mirrored futures.
  private(set) var mirrors = Mirrors()
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

  /// How each kind of event falls on a future and its mirror within the horizon.
  struct Mirrors: Equatable, Sendable {
    var crossing = MirroredCount()
    var durable = MirroredCount()
    var reversal = MirroredCount()
  }

  /// Counts the futures of one block.
  ///
  /// - Parameters:
  ///   - ratios: `(year - firstYear) * lanes + lane`, levels.
  ///   - firstYear: The year of the first ratios.
  ///   - lanes: How many lanes there are.
  ///   - used: In how many of them crossings are counted.
  ///   - sketched: Of how many quantiles are told; of the same unless another number is given.
  mutating func record(
    _ ratios: [Double], firstYear: Int, lanes: Int, used: Int, sketched: Int? = nil
  ) {
    sketch(ratios, firstYear: firstYear, lanes: lanes, used: sketched ?? used)
    guard used > 0 else { return }
    let last = firstYear + ratios.count / lanes - 1
    var crossed = [Bool](repeating: false, count: used)
    var durable = [Bool](repeating: false, count: used)
    var reversed = crossed
    for lane in 0..<used {
      var run = led
      var lasts = led >= CrossingForecast.durableYears
      for year in years.lowerBound...last {
        let ratio = ratios[(year - firstYear) * lanes + lane]
        if years.contains(year) {
          let step = year - years.lowerBound
          if ratio >= 1, !crossed[lane] {
            crossings[step] += 1
            crossed[lane] = true
          }
          if ratio <= 1, !reversed[lane] {
            reversals[step] += 1
            reversed[lane] = true
          }
        }
        run = ratio >= 1 ? run + 1 : 0
        if run == CrossingForecast.durableYears, !lasts {
          let began = max(year - CrossingForecast.durableYears + 1, years.lowerBound)
          if years.contains(began) {
            durables[began - years.lowerBound] += 1
            durable[lane] = true
          }
          lasts = true
        }
      }
    }
    futures += used
    mirrors.crossing.record(crossed, lanes: lanes)
    mirrors.durable.record(durable, lanes: lanes)
    mirrors.reversal.record(reversed, lanes: lanes)
  }

  private mutating func sketch(_ ratios: [Double], firstYear: Int, lanes: Int, used: Int) {
    var logs = ratios
    logs.withUnsafeMutableBufferPointer { logs in
      Vector.takeLogarithms(logs)
      for year in years {
        let first = (year - firstYear) * lanes
        sketches[year - years.lowerBound].record(
          UnsafeBufferPointer(rebasing: logs[first..<first + used]))
      }
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
    mirrors.crossing.merge(other.mirrors.crossing)
    mirrors.durable.merge(other.mirrors.durable)
    mirrors.reversal.merge(other.mirrors.reversal)
  }
}
