public import Panels

extension Ledger {
  /// Forecasts every measurable contest as of the year before the publication.
  ///
  /// Forecasts of one contest from one origin are drawn once. The figures up to an origin are those
  /// of today's edition, which were not all known then.
  ///
  /// - Parameters:
  ///   - data: Everything.
  ///   - year: The last year known when scores are given, or nothing for the last of the data.
  ///   - options: How to forecast; the horizon is made to reach the predicted years, and the
  ///     measures are those of the entries.
  /// - Returns: A comparison a forecast that was out by then, in order.
  public func compare(
    with data: DataSet, asOf year: Int? = nil, options: Forecaster.Options
  ) async -> [LedgerComparison] {
    let scores = score(against: data, asOf: year)
    var answers: [LedgerEntry: LedgerComparison.Answer] = [:]
    for (occasion, entries) in Dictionary(grouping: scores.map(\.entry), by: LedgerOccasion.init) {
      answers.merge(await occasion.answers(to: entries, from: data, options)) { $1 }
    }
    return scores.map { score in
      LedgerComparison(
        score: score, origin: LedgerOccasion(score.entry).origin,
        answer: answers[score.entry] ?? .notMeasured)
    }
  }
}
