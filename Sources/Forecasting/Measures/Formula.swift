public import Panels

/// How a measure is computed from indicators, power by power and year by year.
public indirect enum Formula: Hashable, Sendable {
  case indicator(Indicator)
  case constant(Double, unit: Dimension = .one)
  case sum(Formula, Formula)
  case difference(Formula, Formula)
  case product(Formula, Formula)
  /// Missing where the divisor is zero.
  case quotient(Formula, Formula)
  case power(Formula, Formula)
  case maximum(Formula, Formula)
  /// The natural logarithm; missing where there is none.
  case logarithm(Formula)
  /// A power's part of the sum over all powers of the year.
  case share(Formula)
  /// A power's level over that of the United States in the same year.
  case relative(Formula)
  /// What a yearly amount adds up to while a fraction of the stock is lost every year.
  case stock(Formula, rate: Double)
  /// The mean of those that are not missing.
  case mean([Formula])
  /// The sum of shares, weighted by their first principal component at the origin.
  case component([Formula])

  /// The formulas that it is directly made of.
  public var parts: [Formula] {
    switch self {
    case .indicator, .constant: []
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b), .power(let a, let b), .maximum(let a, let b):
      [a, b]
    case .logarithm(let part), .share(let part), .relative(let part), .stock(let part, _): [part]
    case .mean(let parts), .component(let parts): parts
    }
  }

  /// The same formula of other parts.
  func mapped(_ part: (Formula) -> Formula) -> Formula {
    switch self {
    case .indicator, .constant: self
    case .sum(let a, let b): .sum(part(a), part(b))
    case .difference(let a, let b): .difference(part(a), part(b))
    case .product(let a, let b): .product(part(a), part(b))
    case .quotient(let a, let b): .quotient(part(a), part(b))
    case .power(let a, let b): .power(part(a), part(b))
    case .maximum(let a, let b): .maximum(part(a), part(b))
    case .logarithm(let a): .logarithm(part(a))
    case .share(let a): .share(part(a))
    case .relative(let a): .relative(part(a))
    case .stock(let a, let rate): .stock(part(a), rate: rate)
    case .mean(let parts): .mean(parts.map(part))
    case .component(let parts): .component(parts.map(part))
    }
  }

  /// The formula itself and all that it is made of.
  public var nodes: [Formula] { [self] + parts.flatMap(\.nodes) }

  /// The indicators that it needs, each once, in the order in which they appear.
  public var indicators: [Indicator] {
    var seen: Set<Indicator> = []
    return nodes.compactMap { node in
      guard case .indicator(let indicator) = node else { return nil }
      return seen.insert(indicator).inserted ? indicator : nil
    }
  }

  /// The formulas whose sums over the system it needs.
  var totals: [Formula] {
    nodes.compactMap { node in
      guard case .share(let part) = node else { return nil }
      return part
    }
  }
}
