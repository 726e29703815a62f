import LinearAlgebra
import Probability
import RealModule

extension Logistic {
  /// A curve of one power; time is in years from its last.
  enum Curve: Equatable, Sendable {
    /// *k − log(1 + exp(u − r t))*, with *log r* for *r*.
    case saturating(ceiling: Double, offset: Double, logRate: Double)
    /// *h + s t*.
    case straight(height: Double, slope: Double)

    func level(at time: Double) -> Double {
      switch self {
      case .saturating(let ceiling, let offset, let logRate):
        ceiling - Self.softplus(offset - .exp(logRate) * time)
      case .straight(let height, let slope): height + slope * time
      }
    }

    /// *log(1 + eˣ)* for any *x*.
    static func softplus(_ x: Double) -> Double { max(x, 0) + .log(onePlus: .exp(-abs(x))) }
  }

  /// What a curve leaves of the levels: a deviation that lasts.
  struct Residuals: Sendable {
    let last: Double
    /// *ρ*, how much of a deviation lasts a year.
    let persistence: Double
    /// The standard deviation of a year's new deviation, *σ √(1 − ρ²)*.
    let shock: Double
    /// How much more the parameters' errors vary than if deviations did not last.
    var inflation: Double { (1 + persistence) / (1 - persistence) }

    init(_ residuals: [Double], variance: Double) {
      let products = zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
      let squares = residuals.reduce(0) { $0 + $1 * $1 }
      last = residuals[residuals.count - 1]
      persistence = squares > 0 ? min(max(products / squares, 0), 0.95) : 0
      shock = (variance * (1 - persistence * persistence)).squareRoot()
    }
  }

  /// The curve that a power's levels follow, and how well it is known.
  public struct Course: Sendable {
    /// Why a power's levels are given a straight line.
    public enum Straightness: Equatable, Sendable {
      /// They fall, and a logistic curve of this kind only rises.
      case falls
      /// No logistic curve was the nearest of all.
      case withoutMinimum
      /// A ceiling or a rate was found, but hardly.
      case uncertain
    }

    /// Nothing where the curve saturates.
    public let straightness: Straightness?
    let parameters: [Double]
    /// The lower factor of the parameters' covariance.
    let factor: Matrix
    let residuals: Residuals

    /// Fits a logistic curve, or a line; nothing where not even a line can be fitted.
    init?(_ levels: [Double], options: Options) {
      let times = levels.indices.map { Double($0 - levels.count + 1) }
      let design = Matrix(columns: [times.map { _ in 1 }, times])
      guard let line = try? LeastSquares(design: design, response: levels) else { return nil }
      let found = Self.search(levels, at: times, line: line, options: options)
      switch found {
      case .success(let fit):
        straightness = nil
        parameters = fit.parameters
        residuals = Residuals(fit.residuals, variance: fit.residualVariance)
        factor = Self.factor(residuals.inflation * fit.covariance)
      case .failure(let reason):
        straightness = reason
        parameters = line.coefficients
        residuals = Residuals(line.residuals, variance: line.residualVariance)
        factor = Self.factor(residuals.inflation * line.covariance)
      }
    }

    /// The curve with its parameters moved by standard deviates; as many as parameters are used.
    func curve(at deviates: [Double]) -> Curve {
      let moved = parameters.indices.map { i in
        (0...i).reduce(parameters[i]) { $0 + factor[i, $1] * deviates[$1] }
      }
      return moved.count == 3
        ? .saturating(ceiling: moved[0], offset: moved[1], logRate: moved[2])
        : .straight(height: moved[0], slope: moved[1])
    }
  }
}

extension Logistic.Course.Straightness: Error {}

extension Logistic.Course {
  /// Zero where the covariance is: a curve through every point is known exactly.
  private static func factor(_ covariance: Matrix) -> Matrix {
    // A covariance of rounding has no factor, and none is needed.
    (try? Cholesky(covariance))?.lower
      ?? Matrix(rows: covariance.rows, columns: covariance.rows) { _, _ in 0 }
  }

  /// Searches from ceilings a little and far above the highest level.
  private static func search(
    _ levels: [Double], at times: [Double], line: LeastSquares, options: Logistic.Options
  ) -> Result<LevenbergMarquardt, Logistic.Course.Straightness> {
    guard line.coefficients[1] > 0 else { return .failure(.falls) }
    let fits = [1.1, 3].compactMap { factor in
      start(levels, at: times, ceiling: .log(factor) + (levels.max() ?? 0)).flatMap {
        fit(levels, at: times, from: $0)
      }
    }
    guard let best = fits.min(by: { $0.residualSumOfSquares < $1.residualSumOfSquares }),
      best.residualSumOfSquares < line.residualSumOfSquares
    else { return .failure(.withoutMinimum) }
    let errors = best.standardErrors
    guard errors[0] <= options.largestCeilingError, errors[2] <= options.largestRateError
    else { return .failure(.uncertain) }
    return .success(best)
  }

  /// With a known ceiling, *log(eᵏ⁻ᶻ − 1) = u − r t* is a straight line.
  private static func start(
    _ levels: [Double], at times: [Double], ceiling: Double
  ) -> [Double]? {
    let design = Matrix(columns: [times.map { _ in 1 }, times])
    let odds = levels.map { Double.log(.expMinusOne(ceiling - $0)) }
    guard let line = try? LeastSquares(design: design, response: odds),
      line.coefficients[1] < 0
    else { return nil }
    return [ceiling, line.coefficients[0], .log(-line.coefficients[1])]
  }

  private static func fit(
    _ levels: [Double], at times: [Double], from start: [Double]
  ) -> LevenbergMarquardt? {
    var search = LevenbergMarquardt.Options()
    search.mostIterations = 200
    // Why the search failed does not matter: the power is given a line and the case says so.
    return try? LevenbergMarquardt(response: levels, from: start, options: search) { b in
      Self.levels(b, at: times)
    } jacobian: { b in
      Self.derivatives(b, at: times)
    }
  }

  /// The curve of `Curve.saturating` at many times: *k − max(x, 0) − log(1 + exp(−|x|))*.
  private static func levels(_ b: [Double], at times: [Double]) -> [Double] {
    let rate = Double.exp(b[2])
    let arguments = times.map { b[1] - rate * $0 }
    var tails = arguments.map { -abs($0) }
    tails.withUnsafeMutableBufferPointer { tails in
      Vector.exponentiate(tails)
      for index in tails.indices { tails[index] += 1 }
      Vector.takeLogarithms(tails)
    }
    return zip(arguments, tails).map { b[0] - (max($0, 0) + $1) }
  }

  /// The derivatives of the same by *k*, *u* and *log r*, a column each.
  private static func derivatives(_ b: [Double], at times: [Double]) -> Matrix {
    let (rate, count) = (Double.exp(b[2]), times.count)
    var odds = times.map { rate * $0 - b[1] }
    odds.withUnsafeMutableBufferPointer { Vector.exponentiate($0) }
    var elements = [Double](repeating: 1, count: 3 * count)
    for (row, time) in times.enumerated() {
      let share = 1 / (1 + odds[row])
      elements[count + row] = -share
      elements[2 * count + row] = share * rate * time
    }
    return Matrix(rows: count, columns: 3, elements: elements)
  }
}
