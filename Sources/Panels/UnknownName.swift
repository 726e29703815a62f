/// A name that stands for nothing in the data set, and the names that may have been meant.
public struct UnknownName: Error, Hashable, Sendable {
  /// What a name can stand for.
  public enum Kind: String, Hashable, Sendable {
    case power
    case alliance
    case indicator
    case measure
    case model
    case chart
    case scenario
    case source
  }

  public let kind: Kind
  public let text: String
  /// Best first, at most three.
  public let nearest: [String]

  public init(_ kind: Kind, _ text: String, nearest: [String]) {
    self.kind = kind
    self.text = text
    self.nearest = nearest
  }
}

extension UnknownName: CustomStringConvertible {
  public var description: String {
    let hint = nearest.isEmpty ? "" : ": did you mean \(nearest.joined(separator: ", "))?"
    return "There is no \(kind.rawValue) \"\(text)\"\(hint.isEmpty ? "." : hint)"
  }
}
