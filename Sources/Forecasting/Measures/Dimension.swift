public import Panels

/// What a number counts: base units, each to a power.
public struct Dimension: Hashable, Sendable {
  /// Keyed by the unit; none is zero.
  private let exponents: [String: Double]

  /// The base units.
  var units: [String] { exponents.keys.sorted() }

  /// A pure number.
  public static let one = Dimension(exponents: [:])

  /// A base unit.
  public init(_ unit: String) { exponents = [unit: 1] }

  private init(exponents: [String: Double]) {
    self.exponents = exponents.filter { $0.value != 0 }
  }

  public static func * (a: Dimension, b: Dimension) -> Dimension {
    Dimension(exponents: a.exponents.merging(b.exponents, uniquingKeysWith: +))
  }

  public static func / (a: Dimension, b: Dimension) -> Dimension { a * b.raised(to: -1) }

  public func raised(to exponent: Double) -> Dimension {
    Dimension(exponents: exponents.mapValues { $0 * exponent })
  }
}

extension Dimension: CustomStringConvertible {
  /// As in formulas: `intl$/person`; a pure number is `1`.
  public var description: String {
    func factor(_ unit: String, _ exponent: Double) -> String {
      exponent == 1 ? unit : "\(unit)^\(FormulaText.number(exponent))"
    }
    let sorted = exponents.sorted { $0.key < $1.key }
    let above = sorted.filter { $0.value > 0 }.map { factor($0.key, $0.value) }
    let below = sorted.filter { $0.value < 0 }.map { "/" + factor($0.key, -$0.value) }
    return (above.isEmpty ? "1" : above.joined(separator: "*")) + below.joined()
  }

  /// As in a sentence.
  var words: String { self == .one ? "a pure number" : description }
}

extension Indicator {
  /// The unit in which formulas count it; an indicator of one's own is a unit of its own.
  public var dimension: Dimension {
    switch self {
    case .population, .workingAgePopulation, .populationUN, .populationUNLower80,
      .populationUNUpper80, .populationUNLower95, .populationUNUpper95:
      .person
    case .outputPerHead: .internationalDollar / .person
    case .priceLevel: .dollar / .internationalDollar
    case .burden, .capabilityCOW, .humanCapital, .productivity: .one
    case .militaryPersonnel, .urbanPopulation, .totalPopulationCOW: Dimension("thousand_persons")
    case .ironSteel: Dimension("thousand_tons")
    case .primaryEnergy: Dimension("thousand_tons_of_coal")
    case .militarySpendingCOW: Dimension("thousand_current_dollars")
    case .outputCurrent: Dimension("current_dollars")
    case .capital: Dimension("million_2017_dollars")
    default: Dimension(name)
    }
  }
}

extension Dimension {
  public static let person = Dimension("person")
  /// The constant international dollar of the data.
  public static let internationalDollar = Dimension("intl$")
  /// The same dollar where it buys at market exchange rates.
  public static let dollar = Dimension("$")
}

extension Formula {
  /// What its values count; nothing where it mixes units.
  public var dimension: Dimension? {
    switch self {
    case .indicator(let indicator): indicator.dimension
    case .constant(_, let unit): unit
    case .sum(let a, let b), .difference(let a, let b), .maximum(let a, let b):
      Self.common([a, b])
    case .mean(let parts): Self.common(parts)
    case .product(let a, let b): Self.both(a, b, *)
    case .quotient(let a, let b): Self.both(a, b, /)
    case .power(let base, .constant(let exponent, .one)):
      base.dimension?.raised(to: exponent)
    case .power(let base, let exponent):
      base.dimension == .one && exponent.dimension == .one ? .one : nil
    case .stock(let part, _): part.dimension
    case .logarithm(let part), .share(let part), .relative(let part):
      part.dimension == nil ? nil : .one
    case .component(let parts): parts.allSatisfy { $0.dimension == .one } ? .one : nil
    }
  }

  /// The unit that all have; zero has every unit.
  private static func common(_ parts: [Formula]) -> Dimension? {
    let counted = parts.filter { part in
      if case .constant(0, _) = part { false } else { true }
    }
    guard let first = counted.first else { return .one }
    return counted.dropFirst().allSatisfy { $0.dimension == first.dimension }
      ? first.dimension : nil
  }

  private static func both(
    _ a: Formula, _ b: Formula, _ operation: (Dimension, Dimension) -> Dimension
  ) -> Dimension? {
    guard let left = a.dimension, let right = b.dimension else { return nil }
    return operation(left, right)
  }
}
