import Panels
import Probability
import RealModule

/// What the futures of some powers are counted into: levels, shares of the world, and who leads.
///
/// Counts are added, so the result does not depend on the order of blocks.
struct TrajectoryTally: Sendable {
  let years: ClosedRange<Int>
  let count: Int
  /// Sketches and counts, `step * count + power`.
  private var levels: [QuantileSketch]
  /// Sums of shares in whole parts, so that they do not depend on the order of blocks.
  private var shares: [Int]
  private var leads: [Int]
  private var futures = 0
  /// The parts of one in which shares are counted.
  private static let parts = 1e11

  /// - Parameters:
  ///   - years: The years that are counted.
  ///   - starts: The last level of each power.
  init(years: ClosedRange<Int>, starts: [Double]) {
    self.years = years
    count = starts.count
    levels = years.flatMap { _ in
      starts.map { start in
        QuantileSketch(range: Double.log(start) - 6...Double.log(start) + 6, bins: 2048)
      }
    }
    shares = [Int](repeating: 0, count: years.count * starts.count)
    leads = shares
  }

  /// Counts one year of some futures.
  ///
  /// - Parameters:
  ///   - year: One of the years.
  ///   - values: The levels of all powers in that year, `row * lanes + lane`.
  ///   - worldShares: Their shares of the world, in the same order.
  ///   - rows: Where the powers that are counted stand among them.
  ///   - lanes: How many futures there are.
  ///   - used: How many of them count.
  mutating func record(
    year: Int, values: ArraySlice<Double>, worldShares: ArraySlice<Double>, rows: [Int],
    lanes: Int, used: Int
  ) {
    let first = (year - years.lowerBound) * count
    let start = values.startIndex
    for lane in 0..<used {
      var leader = -1
      var most = -Double.infinity
      for row in 0..<values.count / lanes where values[start + row * lanes + lane] > most {
        most = values[start + row * lanes + lane]
        leader = row
      }
      for (index, row) in rows.enumerated() {
        let cell = start + row * lanes + lane
        levels[first + index].record(.log(values[cell]))
        if worldShares[cell].isFinite {
          shares[first + index] += Int((worldShares[cell] * Self.parts).rounded())
        }
        if row == leader { leads[first + index] += 1 }
      }
    }
  }

  /// Counts that a block's futures were recorded.
  mutating func finish(_ used: Int) { futures += used }

  mutating func merge(_ other: TrajectoryTally) {
    for cell in levels.indices {
      levels[cell].merge(other.levels[cell])
      shares[cell] += other.shares[cell]
      leads[cell] += other.leads[cell]
    }
    futures += other.futures
  }

  /// The quantiles of one power's level, a row a level of probability.
  func quantiles(of index: Int) -> [[Double]] {
    RatioQuantiles.levels.map { level in
      cells(of: index).map { .exp(levels[$0].quantile(level) ?? .nan) }
    }
  }

  func meanShares(of index: Int) -> [Double] {
    cells(of: index).map { Double(shares[$0]) / Self.parts / Double(max(futures, 1)) }
  }

  func largest(_ index: Int) -> [Double] {
    cells(of: index).map { Double(leads[$0]) / Double(max(futures, 1)) }
  }

  private func cells(of index: Int) -> [Int] {
    years.map { ($0 - years.lowerBound) * count + index }
  }
}
