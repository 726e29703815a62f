import Forecasting

/// Counts of the orders of futures: by measure, year and order.
struct PolarityTally: Sendable {
  let rule: PolarityRule
  /// By measure.
  let years: [ClosedRange<Int>]
  /// `orders[measure][year][order]`.
  private(set) var orders: [[[Int]]]
  /// `ends[measure][year]`: how many futures first are not unipolar in the year.
  private(set) var ends: [[Int]]
  private(set) var futures = 0

  init(_ futures: MeasuredFutures, by rule: PolarityRule) {
    self.rule = rule
    years = futures.years
    let none = [Int](repeating: 0, count: PolarOrder.allCases.count)
    orders = futures.years.map { $0.map { _ in none } }
    ends = futures.years.map { [Int](repeating: 0, count: $0.count) }
  }

  mutating func record(_ block: MeasuredBlock) {
    var levels = [Double](repeating: 0, count: block.powers.count)
    for measure in orders.indices {
      for lane in 0..<block.used {
        var lasts = true
        for (step, year) in years[measure].enumerated() {
          for row in levels.indices { levels[row] = block[measure, row, year, lane] }
          let order = rule.order(of: levels)
          orders[measure][step][order.place] += 1
          if lasts, order != .unipolar {
            ends[measure][step] += 1
            lasts = false
          }
        }
      }
    }
    futures += block.used
  }

  mutating func merge(_ other: PolarityTally) {
    for measure in orders.indices {
      for step in orders[measure].indices {
        for place in orders[measure][step].indices {
          orders[measure][step][place] += other.orders[measure][step][place]
        }
        ends[measure][step] += other.ends[measure][step]
      }
    }
    futures += other.futures
  }
}

extension PolarOrder {
  /// The place among all orders.
  fileprivate var place: Int {
    switch self {
    case .unipolar: 0
    case .nearUnipolar: 1
    case .bipolar: 2
    case .multipolar: 3
    }
  }
}
