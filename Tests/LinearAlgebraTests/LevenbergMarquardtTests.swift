import LinearAlgebra
import RealModule
import Testing

@Suite("Nonlinear least squares")
struct LevenbergMarquardtTests {
  /// Certified by the National Institute of Standards and Technology, to eleven digits.
  ///
  /// The digits asked for are those reached from the worse start, less a half. Nothing is asked
  /// of the residuals of Lanczos1, which are the rounding of its fourteen digits.
  @Test(arguments: [
    ("Misra1a", 10.3), ("Misra1b", 10.3), ("Misra1c", 10), ("Misra1d", 10.3), ("Chwirut1", 9.4),
    ("Chwirut2", 9.3), ("DanWood", 10.5), ("Lanczos1", 10), ("Lanczos2", 9.8), ("Lanczos3", 9.6),
    ("Gauss1", 10), ("Gauss2", 9.8), ("Gauss3", 9.8), ("Kirby2", 10), ("Hahn1", 9.1),
    ("Nelson", 8.8), ("MGH17", 9.8), ("Roszman1", 9.6), ("ENSO", 8.4), ("MGH09", 9.4),
    ("Thurber", 9.2), ("BoxBOD", 9.7), ("Rat42", 9.9), ("MGH10", 10.4), ("Eckerle4", 9.9),
    ("Rat43", 9.8), ("Bennett5", 9.3),
  ])
  func `agrees with NIST from both starts`(name: String, digits: Double) throws {
    let set = try NonlinearNISTSet(named: name)
    for start in 1...2 {
      let fit = try set.fit(from: start)
      #expect(agreeingDigits(fit.parameters, set.parameters) >= digits)
      guard name != "Lanczos1" else { continue }
      #expect(agreeingDigits(fit.standardErrors, set.standardErrors) >= digits)
      #expect(agreeingDigits(fit.residualSumOfSquares, set.residualSumOfSquares) >= 9.9)
    }
  }

  /// A linear model has one answer, which the linear method knows.
  @Test func `is least squares where the model is linear`() throws {
    let design = Matrix(rows: 9, columns: 3) { i, j in .pow(Double(i) - 3, j) }
    let response = [3.0, 1, 4, 1, 5, 9, 2, 6, 5]
    let want = try LeastSquares(design: design, response: response)
    let have = try LevenbergMarquardt(
      response: response, from: [0, 0, 0], model: { design * $0 }, jacobian: { _ in design })
    expectClose(have.parameters, want.coefficients, within: 1e-10)
    expectClose(have.covariance.elements, want.covariance.elements, within: 1e-10)
    expectClose(have.residuals, want.residuals, within: 1e-9)
    #expect(have.degreesOfFreedom == 6)
  }

  /// The answer is SciPy's, `least_squares` to 1e-15.
  @Test(arguments: [1e-8, 1, 1e8])
  func `does not care for units`(unit: Double) throws {
    let time = (0..<20).map(Double.init)
    let fit = try LevenbergMarquardt(
      response: time.map { .exp(-0.3 * $0) + ($0 == 7 ? 0.01 : 0) }, from: [0.1 * unit],
      model: { rate in time.map { .exp(-rate[0] / unit * $0) } },
      jacobian: { rate in
        Matrix(columns: [time.map { -$0 / unit * .exp(-rate[0] / unit * $0) }])
      })
    #expect(abs(fit.parameters[0] / unit - 0.29907355) < 1e-8)
  }

  @Test func `ends where nothing is left`() throws {
    let fit = try LevenbergMarquardt(
      response: [9, 9], from: [3], model: { b in [b[0] * b[0], b[0] * b[0]] },
      jacobian: { b in Matrix(columns: [[2 * b[0], 2 * b[0]]]) })
    #expect(fit.parameters == [3])
    #expect(fit.iterations == 0)
  }

  @Test func `says that a parameter does not matter`() {
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1)) {
      try LevenbergMarquardt(
        response: [1, 2, 3], from: [0, 0], model: { b in [b[0], b[0], b[0]] },
        jacobian: { _ in Matrix(columns: [[1, 1, 1], [0, 0, 0]]) })
    }
  }

  @Test func `says that the model has no value at the start`() {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try LevenbergMarquardt(
        response: [1, 2], from: [-1], model: { b in [.log(b[0]), 1] },
        jacobian: { b in Matrix(columns: [[1 / b[0], 0]]) })
    }
  }

  /// The derivative has the wrong sign, so that no step leads down.
  @Test func `says that no step leads down`() {
    #expect(throws: LinearAlgebraError.noMinimum(iterations: 0)) {
      try LevenbergMarquardt(
        response: [1, 2], from: [0], model: { b in [b[0], b[0]] },
        jacobian: { _ in Matrix(columns: [[-1, -1]]) })
    }
  }

  @Test func `says that steps did not end`() throws {
    var options = LevenbergMarquardt.Options()
    options.mostIterations = 3
    let time = (0..<20).map(Double.init)
    #expect(throws: LinearAlgebraError.noMinimum(iterations: 3)) {
      try LevenbergMarquardt(
        response: time.map { .exp(-0.3 * $0) }, from: [2], options: options,
        model: { rate in time.map { .exp(-rate[0] * $0) } },
        jacobian: { rate in Matrix(columns: [time.map { -$0 * .exp(-rate[0] * $0) }]) })
    }
  }

  @Test func `needs as many observations as parameters`() {
    #expect(throws: LinearAlgebraError.tooFewObservations(have: 1, need: 2)) {
      try LevenbergMarquardt(
        response: [1], from: [0, 0], model: { b in [b[0]] },
        jacobian: { _ in Matrix(columns: [[1], [1]]) })
    }
  }
}
