public import Forecasting
public import Panels

/// How probable each order is in the years to come, on one measure.
public struct PolarityForecast: Sendable {
  public let measure: Measure
  public let rule: PolarityRule
  public let years: ClosedRange<Int>
  /// The order in the last year known, and that year.
  public let now: (order: PolarOrder, year: Int)?
  /// Where the order is unipolar now: when it first is not.
  public let end: EventForecast?
  private let counts: [[Int]]
  private let futures: Int

  /// Takes counts of futures: by year and order, and by the year in which unipolarity ends.
  init(
    _ measure: Measure, _ rule: PolarityRule, years: ClosedRange<Int>, now: (PolarOrder, Int)?,
    counts: [[Int]], ends: [Int], futures: Int
  ) {
    self.measure = measure
    self.rule = rule
    self.years = years
    self.now = now
    self.counts = counts
    self.futures = futures
    end =
      now?.0 == .unipolar
      ? EventForecast(years: years, counts: ends, futures: futures) : nil
  }

  /// The share of futures with an order in a year.
  public func probability(of order: PolarOrder, in year: Int) -> Double {
    guard years.contains(year), let place = PolarOrder.allCases.firstIndex(of: order) else {
      return .nan
    }
    return Double(counts[year - years.lowerBound][place]) / Double(futures)
  }
}

extension PolarityForecast {
  /// Forecasts the orders of a set on every measure from the same futures.
  public static func forecasts(
    of futures: MeasuredFutures, by rule: PolarityRule, data: DataSet
  ) async -> [PolarityForecast] {
    let tally = await futures.tally(
      into: PolarityTally(futures, by: rule),
      record: { $0.record($1) }, merge: { $0.merge($1) })
    return futures.measures.enumerated().map { place, measure in
      let record = try? PolarityRecord(measure, of: .fixed(futures.powers), in: data)
      let now = record?.known.last.map { (rule.order(of: $0.shares.shares), $0.year) }
      return PolarityForecast(
        measure, rule, years: tally.years[place], now: now, counts: tally.orders[place],
        ends: tally.ends[place], futures: tally.futures)
    }
  }
}
