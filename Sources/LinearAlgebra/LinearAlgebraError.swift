/// A property of the numbers, not of the program, that stops a computation.
///
/// Wrong shapes are programming mistakes and trap instead.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// An element is infinite or not a number; a vector is column 0.
  case notFinite(row: Int, column: Int)
  /// The leading minor of this order is not positive.
  case notPositiveDefinite(order: Int)
  /// Elimination met an exact zero at this pivot, counted from 0.
  case singular(pivot: Int)
  /// An iteration ended before this many elements converged.
  case notConverged(remaining: Int)
  /// A search for a minimum ended after so many steps without one.
  case noMinimum(iterations: Int)
  /// The columns span only so many dimensions, within rounding.
  case rankDeficient(rank: Int)
  /// A regression has fewer observations than it has coefficients.
  case tooFewObservations(have: Int, need: Int)
  /// The weight of this observation is zero or negative.
  case notPositiveWeight(row: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFinite(let row, let column): "element at row \(row), column \(column) is not finite"
    case .notPositiveDefinite(let order): "matrix is not positive definite (minor \(order))"
    case .singular(let pivot): "matrix is singular (pivot \(pivot))"
    case .notConverged(let remaining): "iteration did not converge (\(remaining) left)"
    case .noMinimum(let iterations): "search found no minimum in \(iterations) steps"
    case .rankDeficient(let rank): "columns are collinear (rank \(rank))"
    case .tooFewObservations(let have, let need): "\(have) observations where \(need) are needed"
    case .notPositiveWeight(let row): "weight of observation \(row) is not positive"
    }
  }
}
