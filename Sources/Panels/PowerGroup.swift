/// Powers listed together, each for some years: an alliance, a club, or the major powers.
public struct PowerGroup: Hashable, Sendable {
  /// The years of one power in the group.
  public struct Spell: Hashable, Sendable {
    public let power: Power
    /// From the first year to the last; `Int.max` where it lasts.
    public let years: ClosedRange<Int>

    public init(_ power: Power, years: ClosedRange<Int>) {
      self.power = power
      self.years = years
    }
  }

  /// By which people choose it, in capitals.
  public let name: String
  public let spells: [Spell]

  public init(name: String, spells: [Spell]) {
    self.name = name
    self.spells = spells
  }

  /// The members in a year, in the order of their codes.
  public func members(in year: Int) -> [Power] {
    Set(spells.filter { $0.years.contains(year) }.map(\.power)).sorted()
  }

  /// The first year with a member, and the last; `Int.max` where it lasts.
  public var years: ClosedRange<Int>? {
    guard let first = spells.map(\.years.lowerBound).min(),
      let last = spells.map(\.years.upperBound).max()
    else { return nil }
    return first...last
  }

  /// The members in a year; after the list's end those of its last year.
  public func carriedMembers(in year: Int) -> [Power] {
    members(in: min(year, years?.upperBound ?? year))
  }
}

extension PowerGroup {
  /// The name of the group of major powers.
  public static let majors = "MAJORS"
}
