/// A published forecast beside what this package says from the figures up to the year before.
public struct LedgerComparison: Sendable {
  /// What was said at the origin.
  public enum Answer: Equatable, Sendable {
    /// The probability by the last predicted year, and the year by which it is one half.
    case forecast(probability: Double?, median: Int?)
    /// The challenger was ahead already, since this year.
    case ahead(since: Int)
    /// Nothing, as the data hold no such measure.
    case notMeasured
    /// Nothing, for this reason.
    case refused(ForecastError)
  }

  public let score: LedgerScore
  /// The year before that of publication.
  public let origin: Int
  public let answer: Answer
}
