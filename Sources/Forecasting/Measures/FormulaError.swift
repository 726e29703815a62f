import Panels

/// Where and why a formula cannot be read.
public struct FormulaError: Error, Equatable, Sendable {
  /// Which character of the formula, the first being 1.
  public let character: Int
  public let problem: FormulaProblem
}

/// A reason why a formula cannot be read.
public enum FormulaProblem: Error, Equatable, Sendable {
  case unexpected(String, expected: String)
  case unknownName(String, nearest: [String])
  case unknownFunction(String, nearest: [String])
  case unknownUnit(String, nearest: [String])
  case mixedUnits(String, Dimension, Dimension)
  case exponentWithUnit
  case divisionByZero
  case rateOutside(Double)
  case notShare(String)
  /// From the name back to itself.
  case cycle([String])
  /// The formula of a measure that it names has a mistake of its own.
  case broken(String)
}

extension FormulaError: CustomStringConvertible {
  public var description: String { "character \(character) of the formula: \(problem)" }
}

extension FormulaProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unexpected(let found, let expected):
      "there is \(found) where \(expected) is expected"
    case .unknownName(let name, let nearest):
      "\"\(name)\" is neither a measure nor an indicator\(Self.suggestion(nearest))"
    case .unknownFunction(let name, let nearest):
      "\"\(name)\" is not a function\(Self.suggestion(nearest))"
    case .unknownUnit(let name, let nearest):
      "\"\(name)\" is not a unit of the data\(Self.suggestion(nearest))"
    case .mixedUnits(let sign, let left, let right):
      "\(sign) joins \(left.words) and \(right.words), which are different units"
    case .exponentWithUnit:
      "an exponent is a number, or a pure number raises a pure number"
    case .divisionByZero:
      "it divides by zero"
    case .rateOutside(let rate):
      "a stock loses more than 0 and at most 1 of itself a year, not \(FormulaText.number(rate))"
    case .notShare(let text):
      "a component is made of shares and other pure numbers, not of \(text)"
    case .broken(let name):
      "the formula of \(name) has a mistake of its own"
    case .cycle(let names):
      "it refers to itself: \(names.joined(separator: " needs "))"
    }
  }

  /// The end of a sentence that names what may have been meant.
  static func suggestion(_ nearest: [String]) -> String {
    switch nearest.count {
    case 0: ""
    case 1: "; did you mean \(nearest[0])?"
    default:
      "; did you mean \(nearest.dropLast().joined(separator: ", ")) or \(nearest[nearest.count - 1])?"
    }
  }
}
