import Panels

/// How published forecasts are scored.
///
/// An event is the first year after that of publication in which the challenger is level with the
/// incumbent or ahead, or the first of five such years, in the record as it is known now. A forecast
/// of years is a hit if the event falls into them or misses them by no more than the tolerance; a
/// forecast that it will not happen by a year is held to that year.
public struct LedgerRule: Hashable, Sendable {
  /// How many years before or after the predicted ones still count as a hit.
  public let tolerance: Int

  /// - Precondition: A tolerance of 0 or more.
  public init(tolerance: Int = 1) {
    precondition(tolerance >= 0, "a tolerance is a number of years")
    self.tolerance = tolerance
  }

  /// Scores a forecast; the record may not hold its measure.
  func score(_ entry: LedgerEntry, _ outcome: LedgerOutcome?) -> LedgerScore {
    guard let outcome else { return LedgerScore(entry, .notMeasured) }
    switch entry.prediction {
    case .undated: return LedgerScore(entry, .undated, actual: outcome.happened)
    case .never: return score(entry, notBy: nil, outcome)
    case .notBy(let year): return score(entry, notBy: year, outcome)
    case .by(let high): return score(entry, low: nil, high: high, outcome)
    case .within(let years):
      return score(entry, low: years.lowerBound, high: years.upperBound, outcome)
    }
  }

  private func score(
    _ entry: LedgerEntry, low: Int?, high: Int, _ outcome: LedgerOutcome
  ) -> LedgerScore {
    if let year = outcome.happened {
      let error = low.map { min(0, year - $0) } ?? 0
      let status: LedgerStatus =
        error < -tolerance ? .early : year > high + tolerance ? .late : .hit
      return LedgerScore(
        entry, status, actual: year, errorYears: year > high ? year - high : error)
    }
    if outcome.isOver { return LedgerScore(entry, .never) }
    let passed = outcome.lastYear - high
    if passed < 0 || outcome.pending.map({ $0 <= high + tolerance }) ?? false {
      return LedgerScore(entry, .open)
    }
    return LedgerScore(entry, passed < tolerance ? .overdue : .missed, errorYears: passed)
  }

  private func score(
    _ entry: LedgerEntry, notBy last: Int?, _ outcome: LedgerOutcome
  ) -> LedgerScore {
    if let year = outcome.happened {
      guard last.map({ year > $0 }) ?? false else {
        return LedgerScore(entry, .failed, actual: year, errorYears: last.map { year - $0 })
      }
      return LedgerScore(entry, .correct, actual: year)
    }
    let isPending = outcome.pending.map { $0 <= last ?? .max } ?? false
    let isPast = last.map { outcome.lastYear >= $0 } ?? false
    return LedgerScore(entry, outcome.isOver || (isPast && !isPending) ? .correct : .correctSoFar)
  }
}
