public import Panels

/// A formula over indicators by which powers are ranked.
public struct Measure: Hashable, Sendable {
  public let name: String
  /// What it is, in words that can stand in a sentence.
  public let title: String
  public let unit: String
  public let formula: Formula
  /// Who proposed it, and what else a reader should know; may be empty.
  public let source: String

  public init(name: String, title: String, unit: String, formula: Formula, source: String = "") {
    self.name = name
    self.title = title
    self.unit = unit
    self.formula = formula
    self.source = source
  }

  /// The measure on data: as their own series where they hold one, with weights learned.
  ///
  /// A series of the measure's name is modelled directly. Weights that the figures give, as those
  /// of a principal component, are learned from nothing later than a year.
  ///
  /// - Parameters:
  ///   - data: Everything.
  ///   - year: The last year to learn from, or nothing for the last of the data.
  /// - Returns: The measure as it can be evaluated.
  public func resolved(in data: DataSet, knownBy year: Int? = nil) -> Measure {
    if let panel = data.panels[name] {
      return Measure(
        name: name, title: title, unit: panel.indicator.unit, formula: .indicator(panel.indicator),
        source: source)
    }
    let resolved = formula.resolved(in: data, knownBy: year ?? .max)
    guard resolved != formula else { return self }
    return Measure(name: name, title: title, unit: unit, formula: resolved, source: source)
  }
}

extension Measure {
  /// An indicator as a measure of its own.
  public init(_ indicator: Indicator) {
    self.init(
      name: indicator.name, title: indicator.name, unit: indicator.unit,
      formula: .indicator(indicator))
  }

  /// The indicators that it needs and that the data do not have.
  public func missing(from data: DataSet) -> [Indicator] {
    data.panels[name] == nil ? formula.indicators.filter { data[$0] == nil } : []
  }
}
