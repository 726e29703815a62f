public import Panels

/// One side of a contest: a power, or a coalition whose power is the sum of its members'.
public struct Side: Hashable, Sendable {
  /// As people name it: a code, or codes joined by `+`.
  public let name: String
  public let members: [Power]

  /// - Precondition: At least one member.
  public init(name: String, members: [Power]) {
    precondition(!members.isEmpty, "a side has a member")
    self.name = name
    self.members = members
  }

  public init(_ power: Power) { self.init(name: power.code, members: [power]) }
}
