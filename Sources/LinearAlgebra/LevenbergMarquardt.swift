/// The parameters that bring a nonlinear model closest to a response, with their errors.
///
///     y = f(β) + ε,   E ε = 0,   Var ε = σ² I
///
/// Each step is the best of the model made linear, within a radius that grows where the linear
/// model foretold the gain and shrinks where it did not. Lengths of steps are measured with every
/// parameter in units of its column of the Jacobian, the longest so far.
///
/// The search ends where Gauss and Newton's full step would move the model by less than
/// `tolerance` of the residuals, or by no more than rounding.
///
/// **Shape.** *y* and *f* have *m* elements, *β* has *n*, the Jacobian is *m × n* with *m ≥ n*.
/// **Source.** Moré (1978), "The Levenberg-Marquardt algorithm: implementation and theory",
/// doi:10.1007/BFb0067700; the end by Bates and Watts (1981), "A relative offset orthogonality
/// convergence criterion for nonlinear least squares", doi:10.1080/00401706.1981.10486255.
public struct LevenbergMarquardt: Sendable {
  public struct Options: Sendable {
    /// How far the model may still move, over the length of the residuals.
    public var tolerance = 1e-10
    /// The first radius over the length of the starting parameters.
    public var firstRadius = 1.0
    public var mostIterations = 1000

    public init() {}
  }

  public let parameters: [Double]
  /// What the model leaves of the response, observation by observation.
  public let residuals: [Double]
  public let residualSumOfSquares: Double
  /// The inverse of *JᵀJ* at the parameters, *n × n*.
  public let gramInverse: Matrix
  /// How many steps were taken.
  public let iterations: Int

  /// Searches from a start.
  ///
  /// A step to where the model is not finite is taken back and shortened.
  ///
  /// - Parameters:
  ///   - response: What the model is to come close to.
  ///   - start: The first parameters.
  ///   - options: When the search ends.
  ///   - model: The values *f* at some parameters.
  ///   - jacobian: The derivatives of *f*, a column a parameter.
  /// - Throws: `noMinimum` where no step leads further down or steps do not end; `notFinite`
  ///   where the model is not at the start; `rankDeficient` where the response does not tell
  ///   the parameters apart; `tooFewObservations`; `notConverged`.
  public init(
    response: [Double], from start: [Double], options: Options = Options(),
    model: ([Double]) -> [Double], jacobian: ([Double]) -> Matrix
  ) throws(LinearAlgebraError) {
    precondition(!start.isEmpty, "a model needs a parameter")
    guard response.count >= start.count else {
      throw .tooFewObservations(have: response.count, need: start.count)
    }
    try requireAllFinite(start, rows: start.count)
    var search = try Search(response: response, start: start, options: options, model: model)
    var columns = jacobian(start)
    while try search.step(along: columns, model: model) {
      guard search.iterations < options.mostIterations else {
        throw .noMinimum(iterations: search.iterations)
      }
      columns = jacobian(search.here.parameters)
    }
    parameters = search.here.parameters
    residuals = search.here.residuals
    residualSumOfSquares = search.here.length * search.here.length
    gramInverse = try RefinedLeastSquares(design: columns, response: residuals).gramInverse
    iterations = search.iterations
  }
}

extension LevenbergMarquardt {
  public var degreesOfFreedom: Int { residuals.count - parameters.count }

  /// The estimate of *σ²*; not a number without degrees of freedom.
  public var residualVariance: Double {
    degreesOfFreedom > 0 ? residualSumOfSquares / Double(degreesOfFreedom) : .nan
  }

  /// The covariance of the parameters' errors with the model taken as linear, *n × n*.
  public var covariance: Matrix { residualVariance * gramInverse }

  /// The standard deviations of the parameters' errors, from the same.
  public var standardErrors: [Double] {
    gramInverse.diagonal.map { (residualVariance * $0).squareRoot() }
  }
}
