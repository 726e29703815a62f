import Panels

extension Formula {
  /// The formula's values on some rows of the futures.
  ///
  /// - Parameters:
  ///   - futures: Where the indicators' levels are.
  ///   - rows: Of which powers.
  ///   - system: How much larger the system's sums are than those over the futures' powers.
  /// - Returns: `(step * rows.count + index) * lanes + lane`; NaN where something is missing.
  func values(
    in futures: Futures, rows: [Int], system: SystemTotals
  ) -> [Double] {
    switch self {
    case .indicator(let indicator):
      return Self.gather(futures.levels[indicator.name], futures, rows)
    case .constant(let value):
      return [Double](repeating: value, count: futures.years.count * rows.count * futures.lanes)
    case .sum(let a, let b):
      return Self.combine(a, b, futures, rows, system, +)
    case .difference(let a, let b):
      return Self.combine(a, b, futures, rows, system, -)
    case .product(let a, let b):
      return Self.combine(a, b, futures, rows, system, *)
    case .quotient(let a, let b):
      return Self.combine(a, b, futures, rows, system, /)
    case .share(let part):
      return part.shares(in: futures, rows: rows, system: system)
    case .mean(let parts):
      return Self.mean(of: parts.map { $0.values(in: futures, rows: rows, system: system) })
    }
  }

  /// The sums of the formula over all powers of the futures: one a step and lane.
  func totals(in futures: Futures, system: SystemTotals) -> [Double] {
    let all = Array(futures.powers.indices)
    let values = values(in: futures, rows: all, system: system)
    var totals = [Double](repeating: 0, count: futures.years.count * futures.lanes)
    for step in 0..<futures.years.count {
      for row in all {
        let cell = (step * all.count + row) * futures.lanes
        for lane in 0..<futures.lanes where !values[cell + lane].isNaN {
          totals[step * futures.lanes + lane] += values[cell + lane]
        }
      }
    }
    return totals
  }

  private func shares(in futures: Futures, rows: [Int], system: SystemTotals) -> [Double] {
    let totals = totals(in: futures, system: system)
    let scale = system.scale(of: self)
    var values = values(in: futures, rows: rows, system: system)
    for step in 0..<futures.years.count {
      for index in rows.indices {
        let cell = (step * rows.count + index) * futures.lanes
        for lane in 0..<futures.lanes {
          values[cell + lane] /= scale * totals[step * futures.lanes + lane]
        }
      }
    }
    return values
  }

  private static func gather(
    _ levels: [Double]?, _ futures: Futures, _ rows: [Int]
  ) -> [Double] {
    let count = futures.years.count * rows.count * futures.lanes
    guard let levels else { return [Double](repeating: .nan, count: count) }
    var values: [Double] = []
    values.reserveCapacity(count)
    for year in futures.years {
      for row in rows {
        let cell = futures.offset(year: year, row: row)
        values.append(contentsOf: levels[cell..<cell + futures.lanes])
      }
    }
    return values
  }

  private static func combine(
    _ a: Formula, _ b: Formula, _ futures: Futures, _ rows: [Int], _ system: SystemTotals,
    _ operation: (Double, Double) -> Double
  ) -> [Double] {
    var values = a.values(in: futures, rows: rows, system: system)
    let other = b.values(in: futures, rows: rows, system: system)
    for index in values.indices { values[index] = operation(values[index], other[index]) }
    return values
  }

  private static func mean(of parts: [[Double]]) -> [Double] {
    guard let first = parts.first else { return [] }
    return first.indices.map { index in
      var sum = 0.0
      var count = 0.0
      for part in parts where !part[index].isNaN {
        sum += part[index]
        count += 1
      }
      return count > 0 ? sum / count : .nan
    }
  }
}
