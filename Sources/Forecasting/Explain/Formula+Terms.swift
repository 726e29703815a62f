import Panels
import RealModule

/// One product in a formula that is a sum, or a difference, of products of drivers.
struct FormulaTerm: Sendable {
  let factor: Double
  /// Each driver once, in the order in which they appear.
  let drivers: [(formula: Formula, exponent: Double)]

  static func * (a: FormulaTerm, b: FormulaTerm) -> FormulaTerm {
    var drivers = a.drivers
    for driver in b.drivers {
      if let place = drivers.firstIndex(where: { $0.formula == driver.formula }) {
        drivers[place].exponent += driver.exponent
      } else {
        drivers.append(driver)
      }
    }
    return FormulaTerm(factor: a.factor * b.factor, drivers: drivers.filter { $0.exponent != 0 })
  }

  var negated: FormulaTerm { FormulaTerm(factor: -factor, drivers: drivers) }

  var inverse: FormulaTerm { raised(to: -1) }

  func raised(to power: Double) -> FormulaTerm {
    FormulaTerm(
      factor: .pow(factor, power), drivers: drivers.map { ($0.formula, power * $0.exponent) })
  }
}

extension Formula {
  /// The formula as a sum of signed products of indicators and shares, or nothing where it is none.
  var terms: [FormulaTerm]? {
    switch self {
    case .indicator, .share: return [FormulaTerm(factor: 1, drivers: [(self, 1)])]
    case .constant(let value, _): return value > 0 ? [FormulaTerm(factor: value, drivers: [])] : nil
    case .sum(let a, let b):
      guard let left = a.terms, let right = b.terms else { return nil }
      return left + right
    case .difference(let a, let b):
      guard let left = a.terms, let right = b.terms else { return nil }
      return left + right.map(\.negated)
    // Where a side's every member is above the bound, which is seen to year by year.
    case .maximum(.constant(0, _), let part): return part.terms
    case .product(let a, let b):
      guard let left = a.terms, let right = b.terms else { return nil }
      return left.flatMap { one in right.map { one * $0 } }
    case .quotient(let a, let b):
      guard let left = a.terms, let right = b.terms, right.count == 1 else { return nil }
      return left.map { $0 * right[0].inverse }
    case .mean(let parts):
      let terms = parts.map(\.terms)
      guard !terms.contains(where: { $0 == nil }) else { return nil }
      let part = FormulaTerm(factor: 1 / Double(parts.count), drivers: [])
      return terms.compactMap(\.self).joined().map { $0 * part }
    case .power(let base, .constant(let exponent, _)):
      guard let terms = base.terms, terms.count == 1 else { return nil }
      return [terms[0].raised(to: exponent)]
    // What others are measured against is the same for both sides, and leaves the ratio.
    case .relative(let part): return part.terms
    case .power, .maximum, .logarithm, .stock, .component: return nil
    }
  }

  /// What moves it, as people name it: an indicator, or that of which it is a share.
  var driverName: String {
    switch self {
    case .share(let part): part.driverName
    default: indicators.map(\.name).joined(separator: " and ")
    }
  }
}
