public import Panels

/// The sides between which a state stands in a year.
///
/// The threatening side is the major power whose threat to the state is greatest. Its rivals are
/// the other majors without a defence pact with it; the state itself is on neither side.
public struct AlignmentSides: Equatable, Sendable {
  public let state: Power
  public let year: Int
  /// The threat of the threatening side.
  public let threat: Threat
  /// In the order of their codes.
  public let rivals: [Power]

  public var threatening: Power { threat.power }

  /// Finds the sides; nothing where no major's threat is known.
  ///
  /// - Parameters:
  ///   - state: Who is threatened.
  ///   - year: The year.
  ///   - majors: The major powers of the year.
  ///   - field: How threats are rated.
  public init?(of state: Power, in year: Int, among majors: [Power], _ field: ThreatField) {
    let others = majors.filter { $0 != state }
    // A year without figures has no sides.
    guard let threats = try? field.threats(to: state, in: year, from: others),
      let gravest = threats.first, gravest.level != nil
    else { return nil }
    let pacts = field.relations.defensePacts
    self.state = state
    self.year = year
    threat = gravest
    rivals = others.filter { other in
      other != gravest.power && pacts.kind(PowerPair(other, gravest.power), in: year) == nil
    }.sorted()
  }

  /// Whether the state has a defence pact on a side in a year.
  func has(_ alignment: Alignment, in year: Int, _ pacts: PairSpells) -> Bool {
    Self.has(alignment, state, threatening, rivals, in: year, pacts)
  }

  static func has(
    _ alignment: Alignment, _ state: Power, _ threatening: Power, _ rivals: [Power],
    in year: Int, _ pacts: PairSpells
  ) -> Bool {
    let side = alignment == .bandwagon ? [threatening] : rivals
    return side.contains { member in
      member != state && pacts.kind(PowerPair(member, state), in: year) != nil
    }
  }
}
