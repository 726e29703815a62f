public import Panels

/// One state in one year: what threatens it, and whether it stands with or against the threat.
public struct AlignmentObservation: Sendable {
  /// What may move a state to one side or the other, besides a constant.
  public enum Factor: String, CaseIterable, Sendable {
    /// The logarithm of the threatening power's share of all power.
    case power
    /// The logarithm of what remains of it at the distance; 0 across a land border.
    case proximity
    /// The logarithm of its offensive power.
    case offense
    /// The logarithm of one more than the years in ten with a new dispute between the two.
    case disputes
    /// How far apart the two stand in votes; 0 where that is not known.
    case ideals
    /// 1 where it is known how far apart they stand.
    case idealsKnown = "ideals_known"
    /// The logarithm of the state's power over the threatening power's.
    case size
    /// The fraction of the state's neighbours by land that stand on the side in question.
    case neighbours
    /// 1 for a neighbour by land with less than a twentieth of the threatening power's power.
    case weakNeighbour = "weak_neighbour"
  }

  public let sides: AlignmentSides
  /// The state's power over the threatening power's.
  public let size: Double
  /// By alignment: the factors in their order.
  public let factors: [Alignment: [Double]]
  /// By alignment: whether it stands there in the year.
  public let now: [Alignment: Bool]
  /// By alignment: whether it stands there in the next year, the sides as they are in this one;
  /// nothing where alliances are not known, or where a state is gone.
  public let next: [Alignment: Bool]

  public var state: Power { sides.state }
  public var year: Int { sides.year }

  /// What the state may do about a pact on a side.
  public func step(_ alignment: Alignment) -> Alignment.Step {
    now[alignment] == true ? .keeping : .forming
  }
}
