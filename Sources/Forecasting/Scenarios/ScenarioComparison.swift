/// A contest's forecast, and what it is under scenarios, all from the same random numbers.
public struct ScenarioComparison: Sendable {
  /// What a scenario makes of the forecasts.
  public struct Alternative: Sendable {
    public let scenario: Scenario
    /// One a measure, in the order of the baseline's.
    public let forecasts: [CrossingForecast]
  }

  /// One a measure; the same as without any scenario.
  public let baseline: [CrossingForecast]
  /// In the order in which the scenarios were given.
  public let alternatives: [Alternative]
}

extension CrossingForecast {
  /// What is still open: a crossing where the challenger is behind, else that it is passed again.
  public var open: EventForecast { crossedIn == nil ? crossing : reversal }
}
