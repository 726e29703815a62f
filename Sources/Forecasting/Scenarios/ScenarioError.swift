public import Panels

/// A reason why a scenario cannot be laid on a forecast's futures.
public enum ScenarioError: Error, Equatable, Sendable {
  /// A condition is on what is known, never moves, or is given twice.
  case fixed(String, Power, Int)
  /// A power that joins a coalition is not among those whose futures are drawn.
  case notDrawn(Power, coalition: String)
  /// A deviation is on an indicator of a power that the futures do not hold at the origin.
  case withoutLevel(String, Power)
  /// The United Nations' projection is missing, or was published after the origin.
  case withoutProjection(origin: Int)
}

extension ScenarioError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fixed(let name, let power, let year):
      "\(name) of \(power) in \(year) cannot be given: it is known, never moves, is not drawn or "
        + "is given twice"
    case .notDrawn(let power, let coalition):
      "\(power) cannot join \(coalition): it is not among the powers whose futures are drawn"
    case .withoutLevel(let name, let power):
      "\(power) has no \(name) at the origin from which a path could start"
    case .withoutProjection(let origin):
      "a population variant needs the United Nations' projection of 2024; there is none for the "
        + "origin \(origin)"
    }
  }
}
