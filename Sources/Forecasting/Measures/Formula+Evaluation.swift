import Panels
import Probability
import RealModule

extension Formula {
  /// The formula's values on some rows of the futures.
  ///
  /// - Parameters:
  ///   - futures: Where the indicators' levels are.
  ///   - rows: Of which powers.
  ///   - context: What the past says of the system and of stocks.
  /// - Returns: `(step * rows.count + index) * lanes + lane`; NaN where something is missing.
  func values(in futures: Futures<some LevelNumber>, rows: [Int], context: FormulaContext)
    -> [Double]
  {
    FormulaPlan([self]).values(in: futures, rows: rows, context: context)[0]
  }

  /// The sums of the formula over all powers of the futures: one a step and lane.
  func totals(in futures: Futures<some LevelNumber>, context: FormulaContext) -> [Double] {
    let (all, lanes) = (Array(futures.powers.indices), futures.lanes)
    let values = values(in: futures, rows: all, context: context)
    var totals = [Double](repeating: 0, count: futures.years.count * lanes)
    for step in 0..<futures.years.count {
      for row in all {
        let cell = (step * all.count + row) * lanes
        for lane in 0..<lanes where !values[cell + lane].isNaN {
          totals[step * lanes + lane] += values[cell + lane]
        }
      }
    }
    return totals
  }

  /// The same from the values of the parts; `totals` of what a share is a part of.
  func values(
    of parts: [[Double]], totals: [Double], in futures: Futures<some LevelNumber>, rows: [Int],
    context: FormulaContext
  ) -> [Double] {
    switch self {
    case .indicator(let indicator):
      Self.gather(futures.levels[indicator.name], futures, rows)
    case .constant(let value, _):
      [Double](repeating: value, count: futures.years.count * rows.count * futures.lanes)
    case .sum: Vector.combined(parts[0], parts[1], by: .sum)
    case .difference: Vector.combined(parts[0], parts[1], by: .difference)
    case .product: Vector.combined(parts[0], parts[1], by: .product)
    case .quotient: Vector.combined(parts[0], parts[1], by: .quotient)
    case .power: Self.powers(parts)
    case .maximum: Vector.combined(parts[0], parts[1], by: .greater)
    case .logarithm: parts[0].map { $0 > 0 ? .log($0) : .nan }
    case .share: Self.quotients(parts[0], over: totals, rows: rows.count, lanes: futures.lanes)
    case .relative(let part):
      Self.quotients(
        parts[0], over: part.leading(parts[0], in: futures, rows: rows, context: context),
        rows: rows.count, lanes: futures.lanes)
    case .stock(_, let rate): accumulated(parts[0], rate: rate, futures, rows, context)
    case .mean: Self.mean(of: parts)
    case .component: preconditionFailure("a component is resolved before it is evaluated")
    }
  }

  /// The formula's values for the United States, given those of some rows; NaN without them.
  private func leading(
    _ values: [Double], in futures: Futures<some LevelNumber>, rows: [Int], context: FormulaContext
  ) -> [Double] {
    let (steps, lanes) = (futures.years.count, futures.lanes)
    guard let leader = futures.powers.firstIndex(of: .unitedStates) else {
      return [Double](repeating: .nan, count: steps * lanes)
    }
    guard let index = rows.firstIndex(of: leader) else {
      return self.values(in: futures, rows: [leader], context: context)
    }
    return (0..<steps).flatMap { step in
      let first = (step * rows.count + index) * lanes
      return values[first..<first + lanes]
    }
  }

  /// Every row's values over one value a step and lane.
  private static func quotients(
    _ values: [Double], over divisors: [Double], rows: Int, lanes: Int
  ) -> [Double] {
    var values = values
    values.withUnsafeMutableBufferPointer { values in
      divisors.withUnsafeBufferPointer { divisors in
        for row in 0..<values.count / max(lanes, 1) {
          let cells = UnsafeMutableBufferPointer(rebasing: values[row * lanes..<(row + 1) * lanes])
          let step = row / rows
          let divisor = UnsafeBufferPointer(rebasing: divisors[step * lanes..<(step + 1) * lanes])
          for lane in 0..<lanes { cells[lane] /= divisor[lane] }
        }
      }
    }
    return values
  }

  /// The stocks that yearly amounts make, from those of the past; see `FormulaContext`.
  private func accumulated(
    _ amounts: [Double], rate: Double, _ futures: Futures<some LevelNumber>, _ rows: [Int],
    _ context: FormulaContext
  ) -> [Double] {
    var values = amounts
    let lanes = futures.lanes
    for (index, row) in rows.enumerated() {
      let opening = context.stock(
        of: self, power: futures.powers[row], at: futures.years.lowerBound - 1)
      var level = [Double](repeating: opening, count: lanes)
      for step in 0..<futures.years.count {
        let cell = (step * rows.count + index) * lanes
        for lane in 0..<lanes {
          let amount = values[cell + lane]
          // A stock that begins is the one that its first amount would just keep up.
          level[lane] =
            level[lane].isNaN ? amount / rate : (1 - rate) * level[lane] + amount
          values[cell + lane] = level[lane]
        }
      }
    }
    return values
  }

  /// Powers with one exponent, as most are, by logarithms; whole ones by products.
  private static func powers(_ parts: [[Double]]) -> [Double] {
    var values = parts[0]
    guard let exponent = parts[1].first, parts[1].allSatisfy({ $0 == exponent }) else {
      return zip(values, parts[1]).map { .pow($0, $1) }
    }
    if let whole = Int(exactly: exponent) { return values.map { .pow($0, whole) } }
    values.withUnsafeMutableBufferPointer { values in
      Vector.takeLogarithms(values)
      for index in values.indices { values[index] *= exponent }
      Vector.exponentiate(values)
    }
    // Zero has no logarithm that the exponential would take back.
    for (index, base) in parts[0].enumerated() where base == 0 { values[index] = .pow(0, exponent) }
    return values
  }

  private static func gather<Number>(
    _ levels: [Number]?, _ futures: Futures<Number>, _ rows: [Int]
  ) -> [Double] {
    let count = futures.years.count * rows.count * futures.lanes
    guard let levels else { return [Double](repeating: .nan, count: count) }
    let lanes = futures.lanes
    return [Double](unsafeUninitializedCapacity: count) { values, initialized in
      levels.withUnsafeBufferPointer { levels in
        var end = 0
        for step in 0..<futures.years.count {
          for row in rows {
            let cell = (step * futures.powers.count + row) * lanes
            let from = UnsafeBufferPointer(rebasing: levels[cell..<cell + lanes])
            let to = UnsafeMutableBufferPointer(rebasing: values[end..<end + lanes])
            for lane in 0..<lanes { to[lane] = Double(from[lane]) }
            end += lanes
          }
        }
        initialized = end
      }
    }
  }

  /// The mean of what is not missing.
  private static func mean(of parts: [[Double]]) -> [Double] {
    guard let first = parts.first else { return [] }
    var sums = [Double](repeating: 0, count: first.count)
    var counts = sums
    for part in parts {
      precondition(part.count == sums.count, "parts are as long as one another")
      for index in part.indices {
        let value = part[index]
        sums[index] += value.isNaN ? 0 : value
        counts[index] += value.isNaN ? 0 : 1
      }
    }
    for index in sums.indices { sums[index] /= counts[index] }
    return sums
  }
}
