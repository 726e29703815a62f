/// What happened between pairs of powers in single years: disputes begun, agreements signed.
public struct PairEvents: Sendable {
  /// The events of one pair in one year.
  public struct Event: Hashable, Sendable {
    public let year: Int
    /// How many, or how grave, as the source counts.
    public let value: Int

    public init(year: Int, value: Int) {
      self.year = year
      self.value = value
    }
  }

  /// By pair, in the order of years.
  public let events: [PowerPair: [Event]]
  /// The years that the source covers; outside nothing is known.
  public let coverage: ClosedRange<Int>?

  /// Takes all events of a source; the first and last of their years are its coverage.
  public init(_ events: [PowerPair: [Event]]) {
    let years = events.values.flatMap { $0.map(\.year) }
    let first = years.min()
    let last = years.max()
    self.init(events, coverage: first.flatMap { first in last.map { first...$0 } })
  }

  init(_ events: [PowerPair: [Event]], coverage: ClosedRange<Int>?) {
    self.events = events.mapValues { $0.sorted { $0.year < $1.year } }
    self.coverage = coverage
  }

  /// In how many of some years a pair had an event.
  public func count(_ pair: PowerPair, in years: ClosedRange<Int>) -> Int {
    events[pair]?.count { years.contains($0.year) } ?? 0
  }

  /// What was known at an origin: no later event.
  public func known(by year: Int) -> PairEvents {
    let kept = events.compactMapValues { events -> [Event]? in
      let cut = events.filter { $0.year <= year }
      return cut.isEmpty ? nil : cut
    }
    return PairEvents(kept, coverage: coverage?.known(by: year))
  }
}
