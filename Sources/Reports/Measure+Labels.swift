import Forecasting

extension Measure {
  /// The title without an article.
  var noun: String {
    title.hasPrefix("the ") ? String(title.dropFirst(4)) : title
  }

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
    default: heading
    }
  }
}
