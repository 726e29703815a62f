import Panels
import Probability

/// An indicator that is not modelled but moves with a measure after its last year.
///
/// The Correlates of War project counts people and military spending in its own way; in the
/// futures its counts grow as ours do, so that all measures tell of the same world.
struct CarriedIndicator: Sendable {
  let indicator: Indicator
  let driver: Formula

  static let all = [
    CarriedIndicator(indicator: .totalPopulationCOW, driver: .indicator(.population)),
    CarriedIndicator(indicator: .militarySpendingCOW, driver: Measure.spendingMER.formula),
  ]

  /// Whether what drives the indicator is known for longer than it is itself.
  ///
  /// Otherwise it is modelled like any other.
  func isBehind(in data: DataSet) -> Bool {
    guard let last = data[indicator]?.lastYear else { return false }
    return driver.indicators.allSatisfy { (data[$0]?.lastYear ?? .min) > last }
  }

  /// Adds the indicator's levels to a block of futures.
  ///
  /// A power without the driver moves with the sum of those that have it.
  ///
  /// - Parameters:
  ///   - futures: A block that holds what the driver needs.
  ///   - start: Where each power's level begins.
  func extend(_ futures: inout Futures<Float>, from start: Start) {
    let rows = Array(futures.powers.indices)
    let lanes = futures.lanes
    let followers = rows.filter { !start.rates[$0].isNaN }
    let others = rows.filter { start.rates[$0].isNaN && !start.levels[$0].isNaN }
    let missing = rows.filter { start.levels[$0].isNaN }
    var levels = driven(in: futures, rates: start.rates)
    levels.withUnsafeMutableBufferPointer { levels in
      for (step, year) in futures.years.enumerated() {
        let first = step * rows.count * lanes
        for row in followers {
          let cell = first + row * lanes
          guard year <= start.lastYears[row] else { continue }
          let known = Float(start.known(row, year))
          for lane in 0..<lanes { levels[cell + lane] = known }
        }
        for row in missing {
          for lane in 0..<lanes { levels[first + row * lanes + lane] = .nan }
        }
      }
      guard !others.isEmpty else { return }
      let sums = Vector.sums(
        of: UnsafeBufferPointer(levels), rows: followers, count: rows.count, lanes: lanes)
      for step in 0..<futures.years.count {
        for row in others {
          let cell = (step * rows.count + row) * lanes
          let rate = Float(start.levels[row] / start.driven)
          for lane in 0..<lanes { levels[cell + lane] = rate * sums[step * lanes + lane] }
        }
      }
    }
    futures.levels[indicator.name] = levels
  }

  /// The driver's levels of all powers, each times its rate.
  private func driven(in futures: Futures<Float>, rates: [Double]) -> [Float] {
    let lanes = futures.lanes
    let factors = driver.factors?.compactMap { futures.levels[$0.name] } ?? []
    guard lanes == BlockStream.lanes, factors.count == driver.factors?.count,
      factors.count <= Vector.mostFactors
    else {
      let rows = Array(futures.powers.indices)
      let values = driver.values(in: futures, rows: rows, context: .past)
      return values.enumerated().map { Float(rates[$0 / lanes % rows.count] * $1) }
    }
    return Vector.products(of: factors, times: rates.map(Float.init), lanes: lanes)
  }

  /// Where each power's carried level begins.
  struct Start: Sendable {
    let lastYears: [Int]
    /// The last known level.
    let levels: [Double]
    /// The last level over the driver of the same year; NaN without driver.
    let rates: [Double]
    /// The sum of the last levels of those with a driver.
    let driven: Double
    private let years: ClosedRange<Int>
    private let past: [[Double]]

    init(of carried: CarriedIndicator, past: Futures<Double>, powers: [Power]) {
      let rows = powers.map { past.powers.firstIndex(of: $0) ?? -1 }
      let own = Formula.indicator(carried.indicator)
      let everything = Array(past.powers.indices)
      let levels = own.values(in: past, rows: everything, context: .past)
      let driver = carried.driver.values(in: past, rows: everything, context: .past)
      func column(_ values: [Double], _ row: Int) -> [Double] {
        row < 0 ? [] : past.years.map { values[past.offset(year: $0, row: row)] }
      }
      let columns = rows.map { column(levels, $0) }
      let last = columns.map { $0.lastIndex { !$0.isNaN } }
      years = past.years
      self.past = columns
      lastYears = last.map { $0.map { past.years.lowerBound + $0 } ?? past.years.lowerBound - 1 }
      self.levels = zip(columns, last).map { column, step in step.map { column[$0] } ?? .nan }
      rates = rows.indices.map { index in
        guard let step = last[index] else { return .nan }
        return columns[index][step] / column(driver, rows[index])[step]
      }
      driven = zip(self.levels, rates).reduce(0) { $1.1.isNaN ? $0 : $0 + $1.0 }
    }

    func known(_ row: Int, _ year: Int) -> Double {
      years.contains(year) ? past[row][year - years.lowerBound] : .nan
    }
  }
}
