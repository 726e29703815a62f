public import Panels

/// Why a year has no answer; never a zero in its place.
public enum Unavailable: Error, Equatable, Sendable {
  /// The source begins later.
  case sourceBegins(Int)
  /// The source ends earlier.
  case sourceEnds(Int)
  /// These members have no figure in the year.
  case missing([Power])
  /// The set has fewer than two members in the year.
  case tooFewMembers(Int)
}

extension Unavailable: CustomStringConvertible {
  public var description: String {
    switch self {
    case .sourceBegins(let year): "not available (source begins \(year))"
    case .sourceEnds(let year): "not available (source ends \(year))"
    case .missing(let powers):
      "not available (no figure for \(powers.map(\.code).joined(separator: ", ")))"
    case .tooFewMembers(let count):
      "not available (\(count == 0 ? "no member" : "one member"))"
    }
  }
}
