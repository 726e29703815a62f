import RealModule

/// Two states that arm against one another, year by year.
///
///     Δx = k y − a x + g
///     Δy = l x − b y + h
///
/// *k* and *l* are reactions to the other's level of the year before, *a* and *b* fatigue, *g* and
/// *h* grievances.
///
/// **Units.** Levels are burdens in percentage points of GDP.
/// **Source.** Richardson, *Arms and Insecurity* (1960).
public struct Richardson: Equatable, Sendable {
  public let fatigue: (first: Double, second: Double)
  public let reaction: (first: Double, second: Double)
  public let grievance: (first: Double, second: Double)

  public init(
    fatigue: (first: Double, second: Double), reaction: (first: Double, second: Double),
    grievance: (first: Double, second: Double)
  ) {
    self.fatigue = fatigue
    self.reaction = reaction
    self.grievance = grievance
  }

  public static func == (left: Richardson, right: Richardson) -> Bool {
    left.fatigue == right.fatigue && left.reaction == right.reaction
      && left.grievance == right.grievance
  }

  /// What comes back of a step after going once around: *kl / ab*; 1 is the threshold.
  public var loopGain: Double {
    reaction.first * reaction.second / (fatigue.first * fatigue.second)
  }

  /// Whether fatigue outweighs reaction: *ab > kl* and *a + b > 0*.
  public var isStable: Bool {
    fatigue.first * fatigue.second > reaction.first * reaction.second
      && fatigue.first + fatigue.second > 0
  }

  /// The larger modulus of an eigenvalue of the yearly step; below 1 a shock dies away.
  public var spectralRadius: Double {
    let (p, q) = (1 - fatigue.first, 1 - fatigue.second)
    let product = reaction.first * reaction.second
    let square = (p - q) * (p - q) + 4 * product
    guard square >= 0 else { return (p * q - product).squareRoot() }
    return max(abs(p + q + square.squareRoot()), abs(p + q - square.squareRoot())) / 2
  }

  /// The levels at which neither moves; nothing where the race is not stable.
  public var equilibrium: (first: Double, second: Double)? {
    guard isStable else { return nil }
    let determinant = fatigue.first * fatigue.second - reaction.first * reaction.second
    return (
      (fatigue.second * grievance.first + reaction.first * grievance.second) / determinant,
      (fatigue.first * grievance.second + reaction.second * grievance.first) / determinant
    )
  }

  /// How far both are off their path, year by year after the first was pushed off by one.
  ///
  /// The first element is the year of the push.
  public func response(years: Int) -> [(first: Double, second: Double)] {
    var state = (first: 1.0, second: 0.0)
    var path = [state]
    for _ in 0..<years {
      state = (
        (1 - fatigue.first) * state.first + reaction.first * state.second,
        reaction.second * state.first + (1 - fatigue.second) * state.second
      )
      path.append(state)
    }
    return path
  }

  /// The same race with the states exchanged.
  public var exchanged: Richardson {
    Richardson(
      fatigue: (fatigue.second, fatigue.first), reaction: (reaction.second, reaction.first),
      grievance: (grievance.second, grievance.first))
  }
}
