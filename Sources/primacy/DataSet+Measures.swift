import Forecasting
import Panels

extension DataSet {
  /// The measure that a text names: one of the catalogue, or an indicator.
  ///
  /// - Throws: `UnknownName` with the nearest names.
  func measure(named text: String) throws(UnknownName) -> Measure {
    let name = text.lowercased()
    if let measure = Measure.catalogue.first(where: { $0.name == name }) { return measure }
    if let panel = panels[name] { return Measure(panel.indicator) }
    throw UnknownName(
      .measure, text,
      nearest: NearestNames.names(
        to: name, among: Measure.catalogue.map(\.name) + panels.keys.sorted()))
  }
}
