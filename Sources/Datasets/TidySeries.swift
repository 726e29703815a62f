public import Panels

/// The names that a tidy table of one's own may use: every indicator, and every measure.
public enum TidySeries {
  /// The measures of power, which become panels of their own when figures are given for them.
  public static let measures = [
    "gdp.ppp", "gdp.mer", "milex", "milex.mer", "milex.ppp", "milex.mppp", "military_stock",
    "net_resources", "surplus", "cinc", "composite",
  ]

  /// The indicators and measures, the embedded ones first.
  public static let indicators: [Indicator] =
    Indicator.catalogue + measures.map { Indicator($0, unit: "as in the file") }

  /// What each may be.
  static let rules: [SeriesRule] = indicators.map {
    SeriesRule($0.name, unit: $0.unit, bounds(of: $0.name))
  }

  private static func bounds(of name: String) -> SeriesRule.Bounds {
    switch name {
    case Indicator.burden.name, Indicator.capabilityCOW.name, "cinc": .fraction
    case "milex", "milex.mer", "milex.ppp", "milex.mppp", "military_stock", "surplus",
      "composite", Indicator.militaryPersonnel.name, Indicator.ironSteel.name,
      Indicator.primaryEnergy.name, Indicator.urbanPopulation.name,
      Indicator.totalPopulationCOW.name, Indicator.militarySpendingCOW.name:
      .zeroOrMore
    default: .positive
    }
  }
}
