public import Forecasting
public import Panels
import Probability

/// With what probability coalitions reach parity with a leader, year by year, on one measure.
public struct ParityForecast: Sendable {
  /// One coalition's future.
  public struct Outlook: Sendable {
    public let members: [Power]
    /// When it first reaches parity.
    public let event: EventForecast
    /// By year: the share of futures in which it has parity in that year.
    public let parity: [Double]
  }

  public let measure: Measure
  public let leader: Power
  public let years: ClosedRange<Int>
  public let outlooks: [Outlook]

  /// What allies are worth.
  public enum Reliability: Equatable, Sendable {
    /// Each counts for this fraction of its power, always.
    case fixed(Double)
    /// Each honours its alliance with this probability: drawn once a future.
    case drawn(Double)
  }

  /// Counts, in the same futures, when each coalition has the leader's power.
  ///
  /// - Parameters:
  ///   - coalitions: Each without the leader, its principal first.
  ///   - leader: One of the futures' powers.
  ///   - futures: Of every power concerned.
  ///   - reliability: Of all members but the principals.
  /// - Returns: A forecast a measure.
  public static func forecasts(
    of coalitions: [[Power]], against leader: Power, in futures: MeasuredFutures,
    reliability: Reliability = .fixed(1)
  ) async -> [ParityForecast] {
    let rows = coalitions.map { $0.compactMap { futures.powers.firstIndex(of: $0) } }
    guard let row = futures.powers.firstIndex(of: leader) else { return [] }
    let empty = ParityTally(
      coalitions: rows, leader: row, years: futures.years, reliability: reliability,
      seed: futures.seed)
    let tally = await futures.tally(
      into: empty, record: { $0.record($1) }, merge: { $0.merge($1) })
    return futures.measures.enumerated().map { place, measure in
      ParityForecast(
        measure: measure, leader: leader, years: futures.years[place],
        outlooks: coalitions.enumerated().map { index, members in
          let counts = tally.counts[place][index]
          return Outlook(
            members: members,
            event: EventForecast(
              years: futures.years[place], counts: counts.first, futures: tally.futures),
            parity: counts.parity.map { Double($0) / Double(tally.futures) })
        })
    }
  }
}

extension ParityForecast {
  /// The outlooks of several forecasts of one measure and leader, in their order.
  ///
  /// - Returns: Nothing where there are none, or where they are of different years.
  public init?(joining forecasts: [ParityForecast]) {
    guard let first = forecasts.first, forecasts.allSatisfy({ $0.years == first.years }) else {
      return nil
    }
    self.init(
      measure: first.measure, leader: first.leader, years: first.years,
      outlooks: forecasts.flatMap(\.outlooks))
  }
}
