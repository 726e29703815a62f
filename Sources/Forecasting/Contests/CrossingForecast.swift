/// When a challenger passes an incumbent on one measure, and how probably.
public struct CrossingForecast: Sendable {
  /// The years in which the challenger leads that make a crossing durable.
  public static let durableYears = 5

  public let measure: Measure
  public let contest: Contest
  /// The last year in which both sides have the measure.
  public let origin: Int
  /// Challenger over incumbent at the origin.
  public let ratio: Double
  /// The ratio of every year known; a year without it is left out.
  public let history: [RatioPoint]
  /// Since when the challenger leads without a break, if it leads at the origin.
  public let crossedIn: Int?
  /// The first year with a ratio of at least 1; of no meaning where the challenger leads.
  public let crossing: EventForecast
  /// The first year of five with a ratio of at least 1.
  public let durable: EventForecast
  /// For how many years up to the origin the challenger has led.
  public let led: Int
  /// The first year with a ratio of at most 1; of no meaning where the incumbent leads.
  public let reversal: EventForecast
  public let quantiles: RatioQuantiles
}

/// The ratio in one year.
public struct RatioPoint: Equatable, Sendable {
  public let year: Int
  public let ratio: Double

  public init(year: Int, ratio: Double) {
    self.year = year
    self.ratio = ratio
  }
}

/// Quantiles of the ratio by year.
public struct RatioQuantiles: Equatable, Sendable {
  /// The probabilities at which quantiles are given.
  public static let levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

  public let years: ClosedRange<Int>
  /// For each of `levels` one ratio a year.
  public let values: [[Double]]
}
