public import Panels

/// A property of the data or of what was asked that stops a computation of balance.
public enum BalancingError: Error, Equatable, Sendable {
  /// A comparison needs two powers.
  case onePower(String)
  /// More players than can be counted exactly.
  case tooManyPlayers(Int, most: Int)
  /// The measure has no figure where one is needed.
  case withoutFigure(measure: String, year: Int, Unavailable)
  /// The leader is among those that balance it.
  case leaderInCoalition(Power)
  /// A pair has too few years in common.
  case tooFewYears(have: Int, need: Int)
  /// The numbers cannot be fitted.
  case degenerate(String)
}

extension BalancingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .onePower(let set): "\(set) is one power, and a balance needs two"
    case .tooManyPlayers(let count, let most):
      "\(count) powers are too many to count every coalition of; \(most) is the most"
    case .withoutFigure(let measure, let year, let why): "\(measure) in \(year) is \(why)"
    case .leaderInCoalition(let power): "\(power) leads and cannot balance itself"
    case .tooFewYears(let have, let need):
      "the pair has \(have) years in common, and \(need) are needed"
    case .degenerate(let what): "\(what) does not vary enough to be fitted"
    }
  }
}
