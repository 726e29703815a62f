/// What pairs of powers have in common for some years: an obligation, or a border.
public struct PairSpells: Sendable {
  /// Unbroken years of one pair.
  public struct Spell: Hashable, Sendable {
    public let years: ClosedRange<Int>
    /// Of what kind, as the source counts; 1 where there is one kind only.
    public let kind: Int

    public init(years: ClosedRange<Int>, kind: Int = 1) {
      self.years = years
      self.kind = kind
    }
  }

  /// By pair, in the order of years.
  public let spells: [PowerPair: [Spell]]
  /// The years that the source covers; outside nothing is known.
  public let coverage: ClosedRange<Int>?

  /// Takes all spells of a source; the first and last of their years are its coverage.
  public init(_ spells: [PowerPair: [Spell]]) {
    let years = spells.values.flatMap { $0.map(\.years) }
    let first = years.map(\.lowerBound).min()
    let last = years.map(\.upperBound).max()
    self.init(spells, coverage: first.flatMap { first in last.map { first...$0 } })
  }

  init(_ spells: [PowerPair: [Spell]], coverage: ClosedRange<Int>?) {
    self.spells = spells.mapValues { $0.sorted { $0.years.lowerBound < $1.years.lowerBound } }
    self.coverage = coverage
  }

  /// The kind of the spell in which a year lies; nothing where there is none.
  ///
  /// Outside the coverage nothing does not mean that there was none.
  public func kind(_ pair: PowerPair, in year: Int) -> Int? {
    spells[pair]?.first { $0.years.contains(year) }?.kind
  }

  /// Those that a power has a spell with in a year, in the order of their codes.
  public func partners(of power: Power, in year: Int) -> [Power] {
    spells.compactMap { pair, spells in
      guard let other = pair.other(than: power) else { return nil }
      return spells.contains { $0.years.contains(year) } ? other : nil
    }.sorted()
  }

  /// What was known at an origin: no spell that begins later, and no end that came later.
  public func known(by year: Int) -> PairSpells {
    let kept = spells.compactMapValues { spells -> [Spell]? in
      let cut = spells.filter { $0.years.lowerBound <= year }.map {
        Spell(years: $0.years.lowerBound...min(year, $0.years.upperBound), kind: $0.kind)
      }
      return cut.isEmpty ? nil : cut
    }
    return PairSpells(kept, coverage: coverage?.known(by: year))
  }
}

extension ClosedRange<Int> {
  /// The years up to one of them, or nothing where it is before them all.
  func known(by year: Int) -> ClosedRange<Int>? {
    year < lowerBound ? nil : lowerBound...Swift.min(year, upperBound)
  }
}
