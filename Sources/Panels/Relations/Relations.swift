/// What is known of pairs of powers and of where they stand: alliances, borders, disputes, votes.
public struct Relations: Sendable {
  /// The obligations of an alliance, in either direction.
  public enum Obligation: String, CaseIterable, Sendable {
    case defense
    case offense
    case neutrality = "neutral"
    case nonaggression = "nonagg"
  }

  /// By obligation.
  public let alliances: [Obligation: PairSpells]
  /// By kind: 1 is a land border, 2 to 5 water of at most 12, 24, 150 and 400 miles.
  public let contiguity: PairSpells
  /// Militarised disputes that began; the value is the highest hostility, 1 to 5.
  public let disputes: PairEvents
  /// Trade agreements signed or acceded to; the value is how many.
  public let agreements: PairEvents
  public let idealPoints: IdealPoints
  public let capitals: Capitals

  public init(
    alliances: [Obligation: PairSpells], contiguity: PairSpells, disputes: PairEvents,
    agreements: PairEvents, idealPoints: IdealPoints, capitals: Capitals
  ) {
    self.alliances = alliances
    self.contiguity = contiguity
    self.disputes = disputes
    self.agreements = agreements
    self.idealPoints = idealPoints
    self.capitals = capitals
  }

  /// Pacts by which one state must defend the other.
  public var defensePacts: PairSpells { alliances[.defense] ?? PairSpells([:]) }

  /// What was known at an origin: nothing later.
  public func known(by year: Int) -> Relations {
    Relations(
      alliances: alliances.mapValues { $0.known(by: year) },
      contiguity: contiguity.known(by: year), disputes: disputes.known(by: year),
      agreements: agreements.known(by: year), idealPoints: idealPoints.known(by: year),
      capitals: capitals.known(by: year))
  }
}
