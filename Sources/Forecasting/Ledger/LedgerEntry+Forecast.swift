public import Panels

extension LedgerEntry {
  /// What a forecast of ours says, entered like the forecasts of others and scored by their rule.
  ///
  /// It is a forecast of the years between the quartiles, cut off at the horizon, where the event
  /// is more likely than not; else that it does not happen by the end of the horizon. Where the
  /// challenger leads, the event is that the incumbent passes it again.
  ///
  /// - Parameters:
  ///   - forecast: Of one power and another; nothing is entered for coalitions.
  ///   - id: A short name, unlike any other in the ledger.
  ///   - published: When it was made.
  ///   - publisher: By whom, with the version.
  public init?(
    _ forecast: CrossingForecast, id: String, published: PublicationDate, publisher: String
  ) {
    let isAhead = forecast.crossedIn != nil
    let sides = [forecast.contest.challenger.members, forecast.contest.incumbent.members]
    guard sides.allSatisfy({ $0.count == 1 }) else { return nil }
    let event = isAhead ? forecast.reversal : forecast.crossing
    let last = event.years.upperBound
    let prediction: Prediction =
      event.never > 0.5
      ? .notBy(last)
      : .within((event.year(at: 0.25) ?? last)...(event.year(at: 0.75) ?? last))
    let percent = Int((100 * event.probability(by: last)).rounded())
    self.init(
      id: id, publisher: publisher, published: published, challenger: sides[isAhead ? 1 : 0][0],
      incumbent: sides[isAhead ? 0 : 1][0], measure: forecast.measure.name,
      prediction: prediction,
      note: "\(percent) % by \(last), from figures up to \(forecast.origin).",
      source: "primacy forecast", isVerified: true)
  }

  /// Whether another entry says the same of the same contest.
  public func repeats(_ other: LedgerEntry) -> Bool {
    publisher == other.publisher && challenger == other.challenger
      && incumbent == other.incumbent && measure == other.measure
      && prediction == other.prediction && event == other.event
  }
}

extension [LedgerEntry] {
  /// The entries with ours appended, without those that say what the last on their contest said.
  public func appending(_ new: [LedgerEntry]) -> [LedgerEntry] {
    new.reduce(into: self) { all, entry in
      let last = all.last { one in
        one.publisher == entry.publisher && one.challenger == entry.challenger
          && one.incumbent == entry.incumbent && one.measure == entry.measure
      }
      let isKnown = all.contains { $0.id == entry.id } || last.map(entry.repeats) ?? false
      if !isKnown { all.append(entry) }
    }
  }
}
