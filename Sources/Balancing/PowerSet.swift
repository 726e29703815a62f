public import Panels

/// The powers that are compared, which may differ from year to year.
public enum PowerSet: Hashable, Sendable {
  /// A list whose members come and go; after its end those of its last year.
  case group(PowerGroup)
  /// The same powers in every year.
  case fixed([Power])

  public func members(in year: Int) -> [Power] {
    switch self {
    case .group(let group): group.carriedMembers(in: year)
    case .fixed(let powers): powers
    }
  }

  /// As people name it.
  public var name: String {
    switch self {
    case .group(let group): group.name
    case .fixed(let powers): powers.map(\.code).joined(separator: "+")
    }
  }
}
