/// Where the finished origins of a backtest are kept, so that an interrupted one goes on.
public protocol BacktestParts: Sendable {
  /// What an origin gave, if it is kept whole.
  func part(at origin: Int) -> BacktestResult?

  /// Keeps what an origin gave.
  func keep(_ part: BacktestResult, at origin: Int) throws
}
