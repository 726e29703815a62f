/// A property of the numbers, not of the program, that stops an inference.
///
/// Wrong shapes and numbers that no data can give are programming mistakes and trap instead.
public enum ProbabilityError: Error, Equatable, Sendable {
  /// There is nothing to learn from.
  case noObservations
  /// An element of the design is infinite or not a number.
  case notFinite(row: Int, column: Int)
  /// The event happened always, or never, so that its odds have no estimate.
  case oneOutcome(occurred: Bool)
  /// Some of so many columns is a combination of the others.
  case collinear(columns: Int)
  /// The columns tell the outcomes apart without error, so that coefficients have no bound.
  case separated
  /// A comparison has fewer pairs of losses than it needs.
  case tooFewLosses(have: Int, need: Int)
  /// Two forecasts' losses differ by the same amount always.
  case constantDifference(Double)
}

extension ProbabilityError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noObservations: "no observations"
    case .notFinite(let row, let column): "element at row \(row), column \(column) is not finite"
    case .oneOutcome(let occurred): "the event \(occurred ? "always" : "never") happened"
    case .collinear(let columns): "the \(columns) columns are collinear"
    case .separated: "the columns separate the outcomes; a ridge gives finite coefficients"
    case .tooFewLosses(let have, let need): "\(have) losses where \(need) are needed"
    case .constantDifference(let difference): "losses always differ by \(difference)"
    }
  }
}
