public import Panels

/// How a measure is computed from indicators, power by power and year by year.
public indirect enum Formula: Hashable, Sendable {
  case indicator(Indicator)
  case constant(Double)
  case sum(Formula, Formula)
  case difference(Formula, Formula)
  case product(Formula, Formula)
  case quotient(Formula, Formula)
  /// A power's part of the sum over all powers of the year.
  case share(Formula)
  /// The mean of those that are not missing.
  case mean([Formula])

  /// The indicators that it needs, each once, in the order in which they appear.
  public var indicators: [Indicator] {
    switch self {
    case .indicator(let indicator): [indicator]
    case .constant: []
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      Self.once(a.indicators + b.indicators)
    case .share(let part): part.indicators
    case .mean(let parts): Self.once(parts.flatMap(\.indicators))
    }
  }

  /// The formulas whose sums over the system it needs.
  var totals: [Formula] {
    switch self {
    case .indicator, .constant: []
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      a.totals + b.totals
    case .share(let part): [part] + part.totals
    case .mean(let parts): parts.flatMap(\.totals)
    }
  }

  private static func once(_ indicators: [Indicator]) -> [Indicator] {
    var seen: Set<Indicator> = []
    return indicators.filter { seen.insert($0).inserted }
  }
}
