/// What an axis of a plot stands for: its kind, its unit, and optionally its bounds.
public struct Dimension: Equatable, Sendable {
  public let kind: Kind
  /// What the numbers are, said at the axis; empty where the chart says it elsewhere.
  public let unit: String
  /// The values at both ends, beyond which marks are cut off; found from the marks if absent.
  public let domain: ClosedRange<Double>?

  public enum Kind: Equatable, Sendable {
    case linear(TickFormat)
    case log(TickFormat)
    /// The years that the axis names; all of them if absent.
    case years(named: ClosedRange<Double>? = nil)
    case bands([String])
  }
}

extension Dimension {
  /// Equal differences are equal distances.
  public static func linear(
    _ unit: String = "", format: TickFormat = .number(), domain: ClosedRange<Double>? = nil
  ) -> Dimension {
    Dimension(kind: .linear(format), unit: unit, domain: domain)
  }

  /// Shares of one, written as percentages from 0 to 100.
  public static func percent(
    _ unit: String = "", domain: ClosedRange<Double>? = 0...1
  ) -> Dimension {
    Dimension(kind: .linear(.percent), unit: unit, domain: domain)
  }

  /// Equal ratios are equal distances; values not above zero are gaps.
  public static func log(
    _ unit: String = "", format: TickFormat = .ratio, domain: ClosedRange<Double>? = nil
  ) -> Dimension {
    Dimension(kind: .log(format), unit: unit, domain: domain)
  }

  /// Calendar years.
  ///
  /// - Parameters:
  ///   - years: From where to where, found from the marks if absent.
  ///   - named: The years that the axis names, where not all of its places are years.
  /// - Returns: An axis without a unit.
  public static func years(
    _ years: ClosedRange<Int>? = nil, named: ClosedRange<Int>? = nil
  ) -> Dimension {
    func range(_ years: ClosedRange<Int>) -> ClosedRange<Double> {
      Double(years.lowerBound)...Double(years.upperBound)
    }
    return Dimension(
      kind: .years(named: named.map(range)), unit: "", domain: years.map(range))
  }

  /// Categories, whose values are their indices.
  public static func bands(_ labels: [String], unit: String = "") -> Dimension {
    Dimension(kind: .bands(labels), unit: unit, domain: nil)
  }
}

extension Dimension {
  /// Fits the scale to the values to be seen.
  func scale(around span: Span?, range: PixelRange) -> any Scale {
    switch kind {
    case .linear(let format):
      let domain = domain ?? LinearScale.roundDomain(around: span)
      return LinearScale(domain: domain, range: range, format: format)
    case .log(let format):
      let domain = domain ?? LogScale.roundDomain(around: span)
      return LogScale(domain: domain, range: range, format: format)
    case .years(let named):
      return YearScale(
        domain: domain ?? YearScale.domain(around: span), range: range, named: named)
    case .bands(let labels):
      return BandScale(labels, range: range)
    }
  }

  /// Whether marks can lie beyond the ends of the axis.
  func cuts(_ span: Span?) -> Bool {
    guard let domain, let all = span?.all else { return false }
    return all.lowerBound < domain.lowerBound || all.upperBound > domain.upperBound
  }
}
