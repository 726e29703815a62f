import Forecasting

extension ForecastDocument {
  /// What one scenario makes of the forecasts.
  struct ScenarioEntry: Encodable, Sendable {
    let name: String
    let sentence: String
    let description: String
    let source: String
    /// In the shape of the baseline's, each with its change.
    let measures: [ChangedEntry]

    init(
      _ alternative: ScenarioComparison.Alternative, baseline: [CrossingForecast], years: [Int],
      forecaster: Forecaster
    ) {
      name = alternative.scenario.name
      sentence = alternative.scenario.sentence
      description = alternative.scenario.description
      source = alternative.scenario.source
      measures = zip(alternative.forecasts, baseline).map { changed, before in
        ChangedEntry(
          entry: MeasureEntry(changed, years: years, forecaster: forecaster),
          change: Change(
            event: changed.crossedIn == nil ? "crossing" : "reversal",
            probabilityBy: Dictionary(
              uniqueKeysWithValues: years.map { year in
                let gain =
                  changed.open.probability(by: year) - before.open.probability(by: year)
                return (String(year), rounded(gain))
              })))
      }
    }
  }

  /// One measure's part of the document, and how far it is from the baseline.
  struct ChangedEntry: Encodable, Sendable {
    let entry: MeasureEntry
    let change: Change

    enum Key: String, CodingKey { case change }

    func encode(to encoder: any Encoder) throws {
      try entry.encode(to: encoder)
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(change, forKey: .change)
    }
  }

  /// Probabilities less those of the baseline, of the event that is still open.
  struct Change: Encodable, Sendable {
    let event: String
    let probabilityBy: [String: Double]
  }
}
