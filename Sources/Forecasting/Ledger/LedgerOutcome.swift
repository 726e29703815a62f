import Panels

/// What the record says, in the years after a forecast was published, of the event it is of.
struct LedgerOutcome: Hashable, Sendable {
  /// The year in which it happened.
  let happened: Int?
  /// The year from which the challenger has led to the end of the record, too short to be durable.
  let pending: Int?
  /// The last year in which both sides are known, or that of publication.
  let lastYear: Int
  /// Whether a side has ceased to exist.
  let isOver: Bool

  init(happened: Int? = nil, pending: Int? = nil, lastYear: Int, isOver: Bool = false) {
    self.happened = happened
    self.pending = pending
    self.lastYear = lastYear
    self.isOver = isOver
  }

  /// Looks for the event; nothing if the record does not hold the measure of both sides.
  ///
  /// - Parameters:
  ///   - entry: The forecast.
  ///   - record: Its measure.
  ///   - end: The year at whose end a side ceased to exist, where one did.
  init?(_ entry: LedgerEntry, in record: MeasureRecord, end: Int?) {
    let published = entry.published.year
    let known = record.years.filter { year in
      record[entry.challenger, year] != nil && record[entry.incumbent, year] != nil
    }
    let after = known.filter { $0 > published }
    // Both sides must be known since, unless nobody is.
    guard let last = known.last,
      !after.isEmpty || record.lastYear ?? published <= published || end ?? .max <= published
    else { return nil }
    let needed = entry.event == .durable ? CrossingForecast.durableYears : 1
    var run = 0
    var happened: Int?
    var previous = published
    for year in after where happened == nil {
      let isAhead = Self.isAhead(entry, record, year)
      run = isAhead ? (year == previous + 1 ? run + 1 : 1) : 0
      if run == needed { happened = year - needed + 1 }
      previous = year
    }
    self.init(
      happened: happened, pending: happened == nil && run > 0 ? last - run + 1 : nil,
      lastYear: max(last, published), isOver: end != nil)
  }

  private static func isAhead(_ entry: LedgerEntry, _ record: MeasureRecord, _ year: Int) -> Bool {
    guard let above = record[entry.challenger, year], let below = record[entry.incumbent, year]
    else { return false }
    return above >= below
  }
}
