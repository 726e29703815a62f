public import LinearAlgebra
import Probability
import RealModule

/// How the factors of threat move states to form or to keep a pact on one side.
///
///     ln (p / (1 − p)) = a + Σ bₖ xₖ
///
/// Coefficients are found by Newton's steps with a ridge on standardized factors, whose strength
/// is found by cross-validation over decades; their covariance is clustered by state.
///
/// **Units.** Log odds over the factor's unit.
public struct AlignmentFit: Sendable {
  public let alignment: Alignment
  public let step: Alignment.Step
  /// The constant, then the factors in their order; 0 for one that does not vary.
  public let coefficients: [Double]
  /// Clustered by state, in the order of the coefficients.
  public let covariance: Matrix
  /// The ridge's strength on standardized factors; nothing where there is none.
  public let ridge: Double?
  public let rows: Int
  public let events: Int
  public let states: Int
  /// The years that it has learned from, those of the outcomes.
  public let years: ClosedRange<Int>
  /// The mean of each factor, and its standard deviation.
  public let means: [Double]
  public let deviations: [Double]

  /// How strongly coefficients are drawn to zero.
  public enum Ridge: Equatable, Sendable {
    case none
    case fixed(Double)
    /// The strongest of some that is as good as the best in cross-validation, by its standard
    /// error, with so many folds of decades.
    case crossValidated(among: [Double], folds: Int)

    public static let standard = Self.crossValidated(among: [1, 3, 10, 30, 100, 300], folds: 5)
  }

  /// - Throws: `degenerate` where the step was always or never taken, or cannot be fitted.
  public init(
    _ alignment: Alignment, _ step: Alignment.Step, from record: AlignmentRecord,
    through year: Int = .max, ridge: Ridge = .standard
  ) throws(BalancingError) {
    let steps = record.steps(alignment, step, through: year)
    guard let first = steps.first, let last = steps.last else {
      throw .degenerate("\(step.rawValue) a pact to \(alignment.rawValue)")
    }
    let outcomes = steps.map(\.occurred)
    let scale = FactorScale(steps.map(\.factors))
    let design = scale.design
    let order = Array(Set(steps.map(\.state))).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let clusters = steps.map { places[$0.state] ?? 0 }
    let decades = steps.map { $0.year / 10 }
    let strength = Self.strength(ridge, design, outcomes, decades)
    let regression: LogisticRegression
    do throws(ProbabilityError) {
      regression = try LogisticRegression(
        design: design, outcomes: outcomes, penalty: strength.map { .ridge($0) } ?? .none)
    } catch {
      throw .degenerate("\(step.rawValue) a pact to \(alignment.rawValue)")
    }
    self.alignment = alignment
    self.step = step
    self.ridge = strength
    rows = outcomes.count
    events = outcomes.count { $0 }
    states = order.count
    years = first.year + 1...last.year + 1
    means = scale.means
    deviations = scale.deviations
    coefficients = scale.raw(regression.coefficients)
    covariance = scale.raw(
      regression.covariance(clusteredBy: clusters, design: design, outcomes: outcomes))
  }

  private static func strength(
    _ ridge: Ridge, _ design: Matrix, _ outcomes: [Bool], _ decades: [Int]
  ) -> Double? {
    switch ridge {
    case .none: return nil
    case .fixed(let strength): return strength
    case .crossValidated(let strengths, let folds):
      let scores = LogisticRegression.ridgeScores(
        of: strengths, design: design, outcomes: outcomes, folds: decades.map { $0 % folds })
      return LogisticRegression.strongest(of: scores)?.strength ?? strengths.max()
    }
  }

  /// The probability that the step is taken.
  public func probability(_ factors: [Double]) -> Double {
    let odds = zip(coefficients, [1] + factors).reduce(0) { $0 + $1.0 * $1.1 }
    return 1 / (1 + .exp(-odds))
  }

  public var standardErrors: [Double] { covariance.diagonal.map { max($0, 0).squareRoot() } }

  /// A sum of coefficients with weights, and its standard error.
  public func contrast(_ weights: [Double]) -> (value: Double, error: Double) {
    let value = zip(coefficients, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let spread = zip(covariance * weights, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return (value, max(spread, 0).squareRoot())
  }
}
