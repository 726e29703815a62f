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
    // A bit a lane.
    let (ahead, behind) = Vector.lanes(of: ratios, against: 1, lanes: lanes)
    let all = UInt64.max >> UInt64(64 - used)
    var (crossed, durable, reversed) = (UInt64(0), UInt64(0), UInt64(0))
    var lasts = led >= CrossingForecast.durableYears ? all : 0
    // The lanes that lead in each of the years before, the latest first.
    var leading = (1..<CrossingForecast.durableYears).map { led >= $0 ? all : 0 }
    for year in years.lowerBound..<firstYear + ahead.count {
      let (above, below) = (ahead[year - firstYear] & all, behind[year - firstYear] & all)
      if years.contains(year) {
        let step = year - years.lowerBound
        crossings[step] += (above & ~crossed).nonzeroBitCount
        reversals[step] += (below & ~reversed).nonzeroBitCount
        crossed |= above
        reversed |= below
      }
      let held = leading.reduce(above, &) & ~lasts
      let began = max(year - CrossingForecast.durableYears + 1, years.lowerBound)
      if years.contains(began) {
        durables[began - years.lowerBound] += held.nonzeroBitCount
        durable |= held
      }
      lasts |= held
      leading.removeLast()
      leading.insert(above, at: 0)
    }
    futures += used
    mirrors.crossing.record(crossed, of: used, lanes: lanes)
    mirrors.durable.record(durable, of: used, lanes: lanes)
    mirrors.reversal.record(reversed, of: used, lanes: lanes)
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
