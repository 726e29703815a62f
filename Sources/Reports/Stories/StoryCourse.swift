public import Forecasting

/// One measure of a story: what was forecast, what the gap alone said, and what came.
public struct StoryCourse: Sendable {
  /// The horizons of which a story tells, in years.
  public static let horizons = ForecastRecord.skillHorizons

  public let forecast: CrossingForecast
  /// The ratio after the origin, as far as it is known and was forecast.
  public let came: [RatioPoint]
  private let baseRates: [Int: Double]

  /// - Parameters:
  ///   - forecast: As of the origin.
  ///   - record: The measure in all years known today.
  ///   - forecaster: What made the forecast, and knows the base rate.
  public init(_ forecast: CrossingForecast, _ record: MeasureRecord, forecaster: Forecaster) {
    let contest = forecast.contest
    func sum(_ side: Side, _ year: Int) -> Double? {
      let values = side.members.compactMap { record[$0, year] }
      return values.count == side.members.count ? values.reduce(0, +) : nil
    }
    let years = forecast.crossing.years
    self.forecast = forecast
    came = years.compactMap { year in
      guard let above = sum(contest.challenger, year), let below = sum(contest.incumbent, year)
      else { return nil }
      return RatioPoint(year: year, ratio: above / below)
    }
    let pairs = Self.horizons.compactMap { horizon in
      forecaster.gapProbability(of: forecast, within: horizon).map { (horizon, $0) }
    }
    baseRates = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Whether it was the incumbent that might pass again.
  public var isAhead: Bool { forecast.crossedIn != nil }

  /// What was still to come: a crossing, or its reversal.
  public var awaited: EventForecast { forecast.awaited }

  /// The year in which it came, if it did.
  public var happened: Int? {
    came.first { isAhead ? $0.ratio <= 1 : $0.ratio >= 1 }?.year
  }

  /// What had come by a year, as a predicate; years that are not known yet are left open.
  func outcome(by year: Int) -> String {
    let known = came.last?.year ?? forecast.origin
    switch happened {
    case let happened? where happened <= year: return "did in \(happened)"
    case let happened?: return "did not, but did in \(happened)"
    case nil where known >= year: return "did not"
    case nil: return "had not by \(known)"
    }
  }

  public func probability(within years: Int) -> Double {
    awaited.probability(by: forecast.origin + years)
  }

  public func baseRate(within years: Int) -> Double? { baseRates[years] }

  /// Whether it came within some years, if all of them are known.
  public func outcome(within years: Int) -> Bool? {
    if let happened, happened <= forecast.origin + years { return true }
    let known = came.last?.year ?? forecast.origin
    return known >= forecast.origin + years ? false : nil
  }
}
