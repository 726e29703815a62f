/// What would have to be true for a crossing to be as probable as asked, one lever at a time.
public struct Solution: Sendable {
  /// What can be moved.
  public enum Lever: String, CaseIterable, Sendable {
    /// Output per head of the challenger less the incumbent's: logarithmic growth, a year.
    case growth
    /// The challenger's price level against the United States': logarithmic change to the target.
    case exchangeRate = "exchange-rate"
    /// The challenger's military spending over GDP in the target year, a fraction.
    case burden
  }

  /// What one lever would have to be.
  public struct Answer: Sendable {
    public let lever: Lever
    /// What the median of futures has.
    public let expected: Double
    /// What would give the probability; nothing where no value within the limits does.
    public let needed: Double?
    /// How unusual that would be.
    public let spells: SpellComparison?
    /// The probability at the lever's limits, lowest and highest.
    public let reach: ClosedRange<Double>
  }

  public let measure: Measure
  public let contest: Contest
  public let target: Int
  public let probability: Double
  /// Without any change.
  public let expected: Double
  /// One a lever that moves the measure.
  public let answers: [Answer]
}

/// Where a change stands among all countries' past changes over as many years.
public struct SpellComparison: Equatable, Sendable {
  /// How many years a spell lasts.
  public let years: Int
  /// How many spells there are in the record, overlapping ones counted each.
  public let count: Int
  /// How many countries they are of.
  public let countries: Int
  /// The part of spells with less, 0 to 1; equal ones count half.
  public let percentile: Double

  /// Places a value among spells, or nothing where there are none.
  init?(of value: Double, among spells: [Spell], years: Int) {
    guard !spells.isEmpty else { return nil }
    let below = spells.reduce(0.0) { sum, spell in
      sum + (spell.change < value ? 1 : spell.change == value ? 0.5 : 0)
    }
    self.years = years
    count = spells.count
    countries = Set(spells.map(\.power)).count
    percentile = below / Double(spells.count)
  }
}
