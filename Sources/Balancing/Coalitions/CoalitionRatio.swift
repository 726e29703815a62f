public import Panels

/// One side's power over the other's, with allies counted as far as they are relied on.
///
///     R = (P₁ + τ Σ Pₐ) / (Q₁ + τ Σ Qₐ)
///
/// The first named of a side is its principal and counts in full; *τ* is the reliability of the
/// others, between 0 and 1.
public struct CoalitionRatio: Equatable, Sendable {
  /// What the ratio is without one member.
  public struct Defection: Equatable, Sendable {
    public let power: Power
    public let ratio: Double
  }

  public let ratio: Double
  /// Without each member of a side that has others, in the order of the sides.
  public let defections: [Defection]

  /// - Parameters:
  ///   - above: The powers of the first side with their levels, the principal first.
  ///   - below: Those of the second.
  ///   - reliability: From 0 to 1.
  /// - Precondition: A member on each side.
  public init(
    _ above: [(power: Power, level: Double)], over below: [(power: Power, level: Double)],
    reliability: Double = 1
  ) {
    func strength(_ side: [(power: Power, level: Double)], without gone: Power? = nil) -> Double {
      side.indices.reduce(0) { sum, place in
        guard side[place].power != gone else { return sum }
        return sum + (place == 0 ? 1 : reliability) * side[place].level
      }
    }
    let (top, bottom) = (strength(above), strength(below))
    ratio = top / bottom
    let left = above.map(\.power).filter { _ in above.count > 1 }
    let right = below.map(\.power).filter { _ in below.count > 1 }
    defections =
      left.map { Defection(power: $0, ratio: strength(above, without: $0) / bottom) }
      + right.map { Defection(power: $0, ratio: top / strength(below, without: $0)) }
  }
}
