public import Panels
import RealModule

/// From which of two sides a state has more to fear, and which parts make it so.
public struct ThreatComparison: Sendable {
  public let state: Power
  /// From the side's gravest member.
  public let challenger: Threat
  public let incumbent: Threat
  /// By the parts that are known of both.
  fileprivate let factors: [ThreatWeights.Part: Double]

  /// The challenger's threat over the incumbent's: the product of all factors.
  public let ratio: Double

  /// What a part multiplies the ratio by; nothing where it counts for neither.
  public func factor(of part: ThreatWeights.Part) -> Double? { factors[part] }
}

extension ThreatField {
  /// Compares the threats from two sides to a state.
  ///
  /// - Parameters:
  ///   - state: Whom they may threaten; of neither side.
  ///   - challengers: A side's members.
  ///   - incumbents: The other's.
  ///   - year: When.
  /// - Returns: Nothing where the threat of a side has no level.
  /// - Throws: Why the year has no threats.
  public func comparison(
    of state: Power, between challengers: [Power], and incumbents: [Power], in year: Int
  ) throws(Unavailable) -> ThreatComparison? {
    let threats = try threats(to: state, in: year, from: challengers + incumbents)
    guard let above = threats.first(where: { challengers.contains($0.power) }),
      let below = threats.first(where: { incumbents.contains($0.power) }),
      let high = above.level, let low = below.level, low > 0
    else { return nil }
    let factors = ThreatWeights.Part.allCases.compactMap { part in
      above.logarithm(of: part).flatMap { upper in
        below.logarithm(of: part).map { lower in
          (part, Double.exp(options.weights[part] * (upper - lower)))
        }
      }
    }
    return ThreatComparison(
      state: state, challenger: above, incumbent: below,
      factors: Dictionary(uniqueKeysWithValues: factors), ratio: high / low)
  }
}
