public import Panels

/// A reason a model cannot learn from a panel.
public enum ModelError: Error, Equatable, Sendable {
  /// No power of the panel has an unbroken run of so many years up to its end.
  case tooFewYears(Indicator, need: Int)
  /// The shocks' covariance could not be factored.
  case degenerateShocks(Indicator)
  /// A regression on the panel did not have full rank.
  case degenerateRegression(Indicator)
}

extension ModelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewYears(let indicator, let need):
      "\(indicator) has no power with \(need) unbroken years up to the origin"
    case .degenerateShocks(let indicator):
      "the shocks of \(indicator) have no positive-definite covariance"
    case .degenerateRegression(let indicator):
      "the regression for \(indicator) does not have full rank"
    }
  }
}
