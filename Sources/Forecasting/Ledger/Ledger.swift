public import Panels

/// The published forecasts of overtaking, to be scored against what came.
public struct Ledger: Sendable {
  /// In the order in which they are shown.
  public let entries: [LedgerEntry]
  public let rule: LedgerRule

  public init(_ entries: [LedgerEntry], rule: LedgerRule = LedgerRule()) {
    self.entries = entries
    self.rule = rule
  }

  /// The forecasts that were out by the end of a year; all of them where none is given.
  public func known(by year: Int?) -> Ledger {
    guard let year else { return self }
    return Ledger(entries.filter { $0.published.year <= year }, rule: rule)
  }
}

extension Ledger {
  /// Scores the forecasts that were out by a year with the figures up to it.
  ///
  /// - Parameters:
  ///   - data: Everything.
  ///   - year: The last year known, or nothing for the last year of the data.
  /// - Returns: A score a forecast, in order.
  public func score(against data: DataSet, asOf year: Int? = nil) -> [LedgerScore] {
    let known = year.map { data.known(by: $0) } ?? data
    var records: [String: MeasureRecord] = [:]
    return self.known(by: year).entries.map { entry in
      guard let measure = Measure.named(entry.measure, in: known) else {
        return rule.score(entry, nil)
      }
      let record = records[entry.measure] ?? MeasureRecord(measure, data: known)
      records[entry.measure] = record
      let ends = [entry.challenger, entry.incumbent].compactMap { known.entities[$0]?.years }
        .map(\.upperBound).filter { $0 < year ?? .max }
      return rule.score(entry, LedgerOutcome(entry, in: record, end: ends.min()))
    }
  }
}

extension Measure {
  /// The measure of a name, or the indicator that the data hold under it.
  static func named(_ name: String, in data: DataSet) -> Measure? {
    if let measure = catalogue.first(where: { $0.name == name })?.resolved(in: data) {
      return measure.missing(from: data).isEmpty ? measure : nil
    }
    guard let indicator = data.panels[name]?.indicator else { return nil }
    return Measure(
      name: name, title: name, unit: indicator.unit, formula: .indicator(indicator))
  }
}
