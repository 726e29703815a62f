public import Panels

/// One side of a contest: a power, or a coalition whose power is the sum of its members'.
public struct Side: Hashable, Sendable {
  /// As people name it: a code, or codes joined by `+`.
  public let name: String
  /// The principal first.
  public let members: [Power]
  /// How much of the power of all but the principal counts, 0 to 1.
  public let reliability: Double

  /// - Precondition: At least one member, and a reliability from 0 to 1.
  public init(name: String, members: [Power], reliability: Double = 1) {
    precondition(!members.isEmpty, "a side has a member")
    precondition((0...1).contains(reliability), "a reliability lies between 0 and 1")
    self.name = name
    self.members = members
    self.reliability = reliability
  }

  /// How much of a member's power counts.
  func weight(of power: Power) -> Double { power == members[0] ? 1 : reliability }

  public init(_ power: Power) { self.init(name: power.code, members: [power]) }
}
