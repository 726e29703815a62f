public import Panels

/// The measures that can be chosen by name: the catalogue's, with options, and one's own.
public struct MeasureBook: Sendable {
  /// Those that are forecast unless others are named, in the order in which they are shown.
  public let measures: [Measure]
  /// Those of the backtest alone.
  public let historical: [Measure]

  /// - Parameters:
  ///   - catalogue: The measures that are built in.
  ///   - own: Further measures, whose names no other has.
  public init(_ catalogue: [Measure] = Measure.catalogue, own: [Measure] = []) {
    measures = catalogue + own
    historical = Measure.historical
  }

  /// The measure of a name, or the indicator that the data hold under it.
  ///
  /// - Throws: The nearest names.
  public func measure(named text: String, in data: DataSet) throws(UnknownName) -> Measure {
    let name = text.lowercased()
    if let measure = (measures + historical).first(where: { $0.name == name }) {
      return measure
    }
    if let panel = data.panels[name] { return Measure(panel.indicator) }
    throw UnknownName(
      .measure, text,
      nearest: NearestNames.names(
        to: name,
        among: Set((measures + historical).map(\.name) + Array(data.panels.keys)).sorted()))
  }

  /// The measures that data allow to compute.
  public func available(in data: DataSet) -> [Measure] {
    measures.filter { $0.missing(from: data).isEmpty }
  }
}
