public import LinearAlgebra
import RealModule

/// How the probability of an event depends on what is known, through its log odds.
///
///     ln (p / (1 − p)) = x β
///
/// Coefficients have the greatest likelihood, less a penalty *½ λ Σ βⱼ²* where a ridge is asked
/// for. They are found by Newton's steps, which are least squares with weights *p (1 − p)*.
///
/// **Shape.** `design` *X* is *m × n*, an observation a row; a constant is a column of ones that
/// the caller gives.
/// **Units.** A coefficient is log odds over its column's unit.
/// **Source.** McCullagh and Nelder, *Generalized Linear Models* (1989), §4.4.
public struct LogisticRegression: Sendable {
  public let coefficients: [Double]
  /// The inverse of *Xᵀ W X + λ*, *n × n*; it supposes independent observations.
  public let covariance: Matrix
  /// The logarithm of the likelihood at the coefficients, the penalty left out.
  public let logLikelihood: Double
  /// How many steps were taken.
  public let iterations: Int

  /// What keeps coefficients small.
  public enum Penalty: Equatable, Sendable {
    case none
    /// The weight *λ* of *½ Σ βⱼ²*; a constant column's coefficient goes free.
    ///
    /// It depends on the columns' units, so standardize them first. With it, separated outcomes
    /// have finite coefficients.
    case ridge(Double)
  }

  /// Fits the coefficients.
  ///
  /// - Parameters:
  ///   - design: A column for each coefficient.
  ///   - outcomes: Whether the event happened.
  ///   - penalty: What keeps coefficients small.
  ///   - start: Coefficients near by, which save steps; zeros where there are none.
  /// - Throws: `noObservations`; `notFinite` with an element; `oneOutcome` where the event
  ///   happened always or never, with or without a ridge; `collinear`; `separated`, where only a
  ///   ridge helps.
  /// - Precondition: At least one column, an outcome for each row, and a positive ridge.
  public init(
    design: Matrix, outcomes: [Bool], penalty: Penalty = .none, start: [Double]? = nil
  ) throws(ProbabilityError) {
    precondition(design.columns > 0, "a regression needs a column")
    precondition(design.rows == outcomes.count, "a regression needs an outcome for each row")
    try Self.requireVariety(of: outcomes, design: design)
    let problem = try PenalizedLikelihood(design: design, outcomes: outcomes, penalty: penalty)
    var point = problem.point(at: problem.scaled(start))
    guard var curvature = problem.curvature(at: point), curvature.reciprocalCondition > 1e-13
    else { throw .collinear(columns: design.columns) }

    var steps = 0
    while true {
      let (next, change) = problem.step(from: point, curvature)
      steps += 1
      guard steps <= 50, let nextCurvature = problem.curvature(at: next) else {
        // The likelihood has a maximum within reach unless outcomes are separated.
        throw .separated
      }
      (point, curvature) = (next, nextCurvature)
      if change < 1e-9 { break }
    }
    coefficients = problem.unscaled(point.coefficients)
    covariance = problem.unscaled(curvature.inverse)
    logLikelihood = point.logLikelihood
    iterations = steps
  }

  private static func requireVariety(
    of outcomes: [Bool], design: Matrix
  ) throws(ProbabilityError) {
    guard let first = outcomes.first else { throw .noObservations }
    if let bad = design.elements.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(row: bad % design.rows, column: bad / design.rows)
    }
    if outcomes.allSatisfy({ $0 == first }) { throw .oneOutcome(occurred: first) }
  }
}

extension LogisticRegression {
  public var standardErrors: [Double] { covariance.diagonal.map { $0.squareRoot() } }

  /// The log odds of an event, given a row of the design.
  public func logOdds(_ row: [Double]) -> Double {
    precondition(row.count == coefficients.count, "an element for each coefficient")
    return zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The probability of an event, given a row of the design.
  public func probability(_ row: [Double]) -> Double { Self.probability(logOdds: logOdds(row)) }

  /// The probability that has these log odds, with no loss in either tail.
  static func probability(logOdds: Double) -> Double { 1 / (1 + .exp(-logOdds)) }
}
