public import Panels

/// A formula over indicators by which powers are ranked.
public struct Measure: Hashable, Sendable {
  public let name: String
  /// What it is, in words that can stand in a sentence.
  public let title: String
  public let unit: String
  public let formula: Formula

  public init(name: String, title: String, unit: String, formula: Formula) {
    self.name = name
    self.title = title
    self.unit = unit
    self.formula = formula
  }

  /// The measure on data that hold it as a series of its own: then it is modelled directly.
  public func resolved(in data: DataSet) -> Measure {
    guard let panel = data.panels[name] else { return self }
    return Measure(
      name: name, title: title, unit: panel.indicator.unit, formula: .indicator(panel.indicator))
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
    resolved(in: data).formula.indicators.filter { data[$0] == nil }
  }
}
