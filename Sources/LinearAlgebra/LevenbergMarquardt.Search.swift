extension LevenbergMarquardt {
  /// Parameters and what the model leaves there.
  struct Point: Sendable {
    let parameters: [Double]
    let residuals: [Double]
    /// That of the residuals.
    let length: Double

    init(_ parameters: [Double], response: [Double], model: ([Double]) -> [Double]) {
      let values = model(parameters)
      precondition(values.count == response.count, "a model needs a value for each response")
      self.parameters = parameters
      residuals = zip(response, values).map { $0 - $1 }
      length = residuals.allSatisfy(\.isFinite) ? euclideanNorm(residuals) : .infinity
    }
  }

  /// Where the search is, and how far it trusts the linear model.
  struct Search {
    private let response: [Double]
    private let options: Options
    private(set) var here: Point
    private(set) var iterations = 0
    private var radius: Double?
    /// The unit of each parameter, as its reciprocal.
    private var units: [Double]
    /// How far rounding alone moves the residuals.
    private let rounding: Double

    /// - Throws: `notFinite` where the model is not at the start.
    init(
      response: [Double], start: [Double], options: Options, model: ([Double]) -> [Double]
    ) throws(LinearAlgebraError) {
      self.response = response
      self.options = options
      here = Point(start, response: response, model: model)
      try requireAllFinite(here.residuals, rows: response.count)
      units = start.map { _ in 0 }
      rounding = 2 * .ulpOfOne * euclideanNorm(response)
    }
  }
}

extension LevenbergMarquardt.Search {
  typealias Point = LevenbergMarquardt.Point
  typealias Tangent = LevenbergMarquardt.Tangent

  /// Takes one step, or returns false where none is needed.
  ///
  /// - Throws: `noMinimum` where the radius vanishes; `rankDeficient`; `notFinite`;
  ///   `notConverged`.
  mutating func step(
    along jacobian: Matrix, model: ([Double]) -> [Double]
  ) throws(LinearAlgebraError) -> Bool {
    precondition(jacobian.columns == units.count, "a Jacobian needs a column for each parameter")
    for j in units.indices { units[j] = max(units[j], euclideanNorm(jacobian.column(j))) }
    let units = units.map { $0 > 0 ? $0 : 1 }
    var scaled = jacobian
    for index in scaled.elements.indices { scaled.elements[index] /= units[index / jacobian.rows] }
    let tangent = try Tangent(scaled, residuals: here.residuals)
    let enough = max(options.tolerance * here.length, rounding)
    guard here.length > 0, tangent.reach > enough else {
      // Where a parameter has run off to where it no longer matters there is no minimum.
      guard tangent.rank == units.count else { throw .rankDeficient(rank: tangent.rank) }
      return false
    }

    let size = euclideanNorm(zip(units, here.parameters).map { $0 * $1 })
    var radius = self.radius ?? options.firstRadius * (size > 0 ? size : 1)
    var first = self.radius == nil
    let hidden = max(1e-13, 4 * rounding / here.length)
    let best = (tangent.reach / here.length) * (tangent.reach / here.length)
    while true {
      let step = tangent.step(within: radius)
      if first { radius = min(radius, step.length) }
      first = false
      let there = Point(
        zip(here.parameters, zip(step.direction, units)).map { $0 + $1.0 / $1.1 },
        response: response, model: model)
      let gain = gain(at: there, of: step, hidden: best <= hidden ? hidden : 0)
      radius = newRadius(radius, after: step, gain: gain, at: there)
      if gain.ratio >= 1e-4 {
        here = there
        iterations += 1
        self.radius = radius
        return true
      }
      guard radius > .ulpOfOne * size else { throw .noMinimum(iterations: iterations) }
    }
  }

  /// The fraction of the squares that a step saves, and that over what was foretold.
  ///
  /// Where rounding hides all that can be gained, a gain is taken as foretold.
  private func gain(
    at there: Point, of step: Tangent.Step, hidden: Double
  ) -> (actual: Double, ratio: Double) {
    let quotient = there.length / here.length
    let actual = 0.1 * quotient < 1 ? 1 - quotient * quotient : -1
    if step.gain <= hidden && abs(actual) <= hidden { return (step.gain, 1) }
    return (actual, step.gain > 0 ? actual / step.gain : 0)
  }

  private func newRadius(
    _ radius: Double, after step: Tangent.Step, gain: (actual: Double, ratio: Double),
    at there: Point
  ) -> Double {
    if gain.ratio <= 0.25 {
      let slope = -step.slope
      var factor = gain.actual >= 0 ? 0.5 : 0.5 * slope / (slope + 0.5 * gain.actual)
      if 0.1 * there.length >= here.length || factor < 0.1 { factor = 0.1 }
      return factor * min(radius, 10 * step.length)
    }
    return step.damping.isZero || gain.ratio >= 0.75 ? 2 * step.length : radius
  }
}
