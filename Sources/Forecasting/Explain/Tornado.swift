public import Panels

/// How much each driver of a contest matters: crossings with the challenger's driver moved.
///
/// A driver's deviation is the standard deviation, over the joint futures at the target year, of
/// the challenger's driver less the incumbent's, in logarithms or logits; members of a coalition
/// count by their parts of it at the origin. The challenger's driver is moved by as much in equal
/// yearly steps up to the target, everything else and all random numbers staying as they are.
public struct Tornado: Sendable {
  public struct Bar: Sendable {
    public let driver: Indicator
    /// One standard deviation on the driver's scale: 0.1 is about 10 % of a level.
    public let deviation: Double
    /// When the challenger passes with its driver one deviation lower.
    public let low: EventForecast
    /// And one deviation higher.
    public let high: EventForecast
  }

  public let measure: Measure
  public let contest: Contest
  /// The year at which deviations are taken and by which crossings count.
  public let target: Int
  public let baseline: EventForecast
  /// The widest first.
  public let bars: [Bar]
}

extension Tornado.Bar {
  /// How far apart the probabilities by a year are.
  public func width(by year: Int) -> Double {
    abs(high.probability(by: year) - low.probability(by: year))
  }
}
