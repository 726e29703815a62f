import Forecasting

extension Measure {
  /// The title without an article.
  var noun: String {
    title.withoutArticle
  }

  /// The title after a possessive: without an article, and without what explains it.
  var phrase: String {
    String(noun.prefix { $0 != "," })
  }

  /// What follows it in a sentence.
  var verb: String { Self.plurals.contains(name) ? "are" : "is" }

  private static let plurals = [Measure.netResources.name, "military_personnel"]

  /// The title as it stands over a panel.
  var heading: String { noun.capitalizedFirst }

  /// The title in the few words that have room beside a line.
  var label: String {
    switch name {
    case Measure.outputMER.name: "GDP, market rates"
    case Measure.outputPPP.name: "GDP, purchasing power"
    case Measure.spendingMER.name: "Military, market rates"
    case Measure.spendingPPP.name: "Military, purchasing power"
    case Measure.netResources.name: "Net resources"
    case Measure.capability.name: "Capability index"
    case Measure.spendingCOW.name: "Military (COW)"
    default: Self.shortLabels[name] ?? heading
    }
  }

  /// Of measures whose titles are long.
  private static let shortLabels = [
    "milex.mppp": "Military, military prices", "military_stock": "Military stock",
    "surplus": "Surplus", "composite": "Composite", "population": "Population",
    "military_personnel": "Soldiers", "primary_energy": "Energy",
  ]

  /// The label of a measure or indicator by its name, as published forecasts have it.
  static func label(of name: String) -> String {
    let known = catalogue.first { $0.name == name }?.label
    return known ?? indicatorLabels[name] ?? name
  }

  private static let indicatorLabels = [
    "iron_steel": "Iron and steel", "gdp_per_capita.ppp": "GDP per head, purchasing power",
    "primary_energy": "Energy",
  ]
}
