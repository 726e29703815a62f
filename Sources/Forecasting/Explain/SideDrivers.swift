import Panels
import RealModule

/// One side's products of drivers, year by year, ready to be taken apart.
struct SideDrivers {
  let years: ClosedRange<Int>
  /// Names, each once.
  let names: [String]
  private let terms: [FormulaTerm]
  private let members: Int
  /// How much of each member counts.
  private let weights: [Double]
  /// Of every driver's formula: `step * members + member`.
  private let values: [Formula: [Double]]

  /// - Parameters:
  ///   - terms: Of the measure.
  ///   - futures: One lane.
  ///   - rows: The members'.
  ///   - weights: How much of each member counts; all of it where none are given.
  ///   - context: For the shares among the drivers.
  init(
    _ terms: [FormulaTerm], _ futures: Futures<Double>, rows: [Int], weights: [Double]? = nil,
    context: FormulaContext
  ) {
    self.terms = terms
    years = futures.years
    members = rows.count
    self.weights = weights ?? [Double](repeating: 1, count: rows.count)
    var values: [Formula: [Double]] = [:]
    var names: [String] = []
    for driver in terms.flatMap(\.drivers) where values[driver.formula] == nil {
      values[driver.formula] = driver.formula.values(in: futures, rows: rows, context: context)
      if !names.contains(driver.formula.driverName) { names.append(driver.formula.driverName) }
    }
    self.values = values
    self.names = names
  }

  /// The side's sum in a year; missing where a driver of a member is, or a member below zero.
  func total(in year: Int) -> Double {
    (0..<members).reduce(0) { sum, member in
      let own = terms.reduce(0) { $0 + level(of: $1, member, year) }
      return own < 0 ? .nan : sum + own
    }
  }

  private func value(_ driver: Formula, _ member: Int, _ year: Int) -> Double {
    values[driver]?[(year - years.lowerBound) * members + member] ?? .nan
  }

  private func level(of term: FormulaTerm, _ member: Int, _ year: Int) -> Double {
    term.drivers.reduce(weights[member] * term.factor) { product, driver in
      product * .pow(value(driver.formula, member, year), driver.exponent)
    }
  }

  /// Each driver's part of the change of the logarithm of the side's sum.
  func effects(from first: Int, to last: Int) -> [Double] {
    var effects = [Double](repeating: 0, count: names.count)
    let whole = logarithmicMean(total(in: last), total(in: first))
    for member in 0..<members {
      for term in terms {
        let (before, after) = (level(of: term, member, first), level(of: term, member, last))
        let weight = logarithmicMean(after, before) / whole
        // Where a product begins or ends at zero, the drivers that are zero there take all of it.
        let vanishing = term.drivers.filter { driver in
          [first, last].contains { value(driver.formula, member, $0) == 0 }
        }
        for driver in term.drivers {
          let place = names.firstIndex(of: driver.formula.driverName) ?? 0
          if vanishing.isEmpty {
            let change = Double.log(
              value(driver.formula, member, last) / value(driver.formula, member, first))
            effects[place] += weight * driver.exponent * change
          } else if vanishing.contains(where: { $0.formula == driver.formula }) {
            effects[place] += (after - before) / whole / Double(vanishing.count)
          }
        }
      }
    }
    return effects
  }
}
