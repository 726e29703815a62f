public import Forecasting

/// One of the runs in which a forecast was made anew, and what moved its probabilities.
public struct ForecastRun: Sendable {
  /// As people name it, such as its day.
  public let name: String
  /// One a measure and year.
  public let moves: [ForecastMove]

  public init(name: String, moves: [ForecastMove]) {
    self.name = name
    self.moves = moves
  }
}
