import Probability
import RealModule

/// Whether the very weak neighbour bandwagons and the middle power balances, as the theory says.
///
/// Two made-up neighbours by land of the threatening power are compared, one with a hundredth of
/// its power and one with three tenths, everything else at its mean. The theory says that the weak
/// one is more likely to form a pact with it, and the middle one with its rivals.
///
/// **Source.** Walt, *The Origins of Alliances* (1987), pp. 29-32; the sizes are ours.
public struct BandwagonTest: Sendable {
  /// A power compared, by its size over that of the threatening power.
  public enum Neighbour: String, CaseIterable, Sendable {
    case weak = "very weak neighbour"
    case middle = "middle power"

    public var size: Double {
      switch self {
      case .weak: 0.01
      case .middle: 0.3
      }
    }
  }

  /// A probability a year with its interval.
  public struct Estimate: Equatable, Sendable {
    public let value: Double
    public let low: Double
    public let high: Double
  }

  public let alignment: Alignment
  /// Of forming a pact on the side in a year.
  public let probabilities: [Neighbour: Estimate]
  /// The odds of the one that the theory expects to be likelier, over those of the other.
  public let oddsRatio: Estimate
  /// The probability of a ratio so far from 1 if it were 1.
  public let significance: Double

  /// Whether the ratio is above 1 with its whole interval; nothing where the interval holds 1.
  public var agrees: Bool? {
    oddsRatio.low > 1 ? true : oddsRatio.high < 1 ? false : nil
  }

  /// - Parameters:
  ///   - fit: Of forming pacts.
  ///   - level: The probability that intervals are to hold.
  public init(_ fit: AlignmentFit, level: Double = 0.9) {
    let width = Normal.quantile(0.5 + level / 2)
    let rows = Neighbour.allCases.map { Self.row($0, fit) }
    probabilities = Dictionary(
      uniqueKeysWithValues: zip(Neighbour.allCases, rows).map { neighbour, row in
        let odds = fit.contrast(row)
        return (neighbour, Self.estimate(odds, width) { 1 / (1 + .exp(-$0)) })
      })
    let sign = fit.alignment == .bandwagon ? 1.0 : -1
    let difference = fit.contrast(zip(rows[0], rows[1]).map { sign * ($0 - $1) })
    alignment = fit.alignment
    oddsRatio = Self.estimate(difference, width) { .exp($0) }
    significance = 2 * Normal.cumulative(-abs(difference.value / difference.error))
  }

  private static func estimate(
    _ contrast: (value: Double, error: Double), _ width: Double, _ scale: (Double) -> Double
  ) -> Estimate {
    Estimate(
      value: scale(contrast.value), low: scale(contrast.value - width * contrast.error),
      high: scale(contrast.value + width * contrast.error))
  }

  /// A constant and the factors of a made-up neighbour.
  private static func row(_ neighbour: Neighbour, _ fit: AlignmentFit) -> [Double] {
    let factors = zip(AlignmentObservation.Factor.allCases, fit.means).map {
      factor, mean -> Double in
      switch factor {
      case .size: .log(neighbour.size)
      case .proximity: 0
      case .weakNeighbour: neighbour.size < AlignmentRecord.weakSize ? 1 : 0
      case .power, .offense, .disputes, .ideals, .idealsKnown, .neighbours: mean
      }
    }
    return [1] + factors
  }
}
