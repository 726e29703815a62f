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
  func values(in futures: Futures, rows: [Int], context: FormulaContext) -> [Double] {
    func values(_ part: Formula) -> [Double] {
      part.values(in: futures, rows: rows, context: context)
    }
    func combined(
      _ a: Formula, _ b: Formula, _ operation: (Double, Double) -> Double
    ) -> [Double] {
      var result = values(a)
      let other = values(b)
      result.withUnsafeMutableBufferPointer { result in
        other.withUnsafeBufferPointer { other in
          for index in result.indices { result[index] = operation(result[index], other[index]) }
        }
      }
      return result
    }
    switch self {
    case .indicator(let indicator):
      return Self.gather(futures.levels[indicator.name], futures, rows)
    case .constant(let value, _):
      return [Double](repeating: value, count: futures.years.count * rows.count * futures.lanes)
    case .sum(let a, let b): return combined(a, b, +)
    case .difference(let a, let b): return combined(a, b, -)
    case .product(let a, let b): return combined(a, b, *)
    case .quotient(let a, let b): return combined(a, b) { $1 == 0 ? .nan : $0 / $1 }
    case .power(let a, let b): return combined(a, b, Self.raised)
    case .maximum(let a, let b):
      return combined(a, b) { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) }
    case .logarithm(let part): return values(part).map { $0 > 0 ? .log($0) : .nan }
    case .share(let part): return part.shares(in: futures, rows: rows, context: context)
    case .relative(let part): return part.relatives(in: futures, rows: rows, context: context)
    case .stock(let part, let rate):
      return accumulated(values(part), rate: rate, futures, rows, context)
    case .mean(let parts): return Self.mean(of: parts.map(values))
    case .component: preconditionFailure("a component is resolved before it is evaluated")
    }
  }

  /// The sums of the formula over all powers of the futures: one a step and lane.
  func totals(in futures: Futures, context: FormulaContext) -> [Double] {
    let all = Array(futures.powers.indices)
    let values = values(in: futures, rows: all, context: context)
    return values.withUnsafeBufferPointer {
      Vector.sums(of: $0, rows: all, count: all.count, lanes: futures.lanes)
    }
  }

  private func shares(
    in futures: Futures, rows: [Int], context: FormulaContext
  ) -> [Double] {
    let scale = context.scale(of: self)
    let totals = totals(in: futures, context: context).map { $0 * scale }
    let values = values(in: futures, rows: rows, context: context)
    return Self.quotients(values, over: totals, rows: rows.count, lanes: futures.lanes)
  }

  private func relatives(
    in futures: Futures, rows: [Int], context: FormulaContext
  ) -> [Double] {
    let values = values(in: futures, rows: rows, context: context)
    guard let leader = futures.powers.firstIndex(of: .unitedStates) else {
      return [Double](repeating: .nan, count: values.count)
    }
    let leading = self.values(in: futures, rows: [leader], context: context)
    return Self.quotients(values, over: leading, rows: rows.count, lanes: futures.lanes)
  }

  /// Every row's values over one value a step and lane.
  private static func quotients(
    _ values: [Double], over divisors: [Double], rows: Int, lanes: Int
  ) -> [Double] {
    var values = values
    for cell in values.indices {
      values[cell] /= divisors[cell / (rows * lanes) * lanes + cell % lanes]
    }
    return values
  }

  /// The stocks that yearly amounts make, from those of the past; see `FormulaContext`.
  private func accumulated(
    _ amounts: [Double], rate: Double, _ futures: Futures, _ rows: [Int],
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

  private static func raised(_ base: Double, to exponent: Double) -> Double {
    guard let whole = Int(exactly: exponent) else { return .pow(base, exponent) }
    return .pow(base, whole)
  }

  private static func gather(
    _ levels: [Double]?, _ futures: Futures, _ rows: [Int]
  ) -> [Double] {
    let count = futures.years.count * rows.count * futures.lanes
    guard let levels else { return [Double](repeating: .nan, count: count) }
    if rows.elementsEqual(futures.powers.indices) { return levels }
    return [Double](unsafeUninitializedCapacity: count) { values, initialized in
      for year in futures.years {
        for row in rows {
          let cell = futures.offset(year: year, row: row)
          for lane in 0..<futures.lanes { values[initialized + lane] = levels[cell + lane] }
          initialized += futures.lanes
        }
      }
    }
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
