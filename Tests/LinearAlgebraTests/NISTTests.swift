import LinearAlgebra
import Testing

/// Certified by the National Institute of Standards and Technology.
///
/// The digits asked for are what `Reference/check_nist.txt` says the exact answer has for
/// columns rounded to doubles, less one.
@Suite("Regressions certified by NIST")
struct NISTTests {
  @Test(arguments: [
    ("Norris", 13.0), ("Pontius", 12.5), ("NoInt1", 13.5), ("NoInt2", 13.5), ("Longley", 13.5),
    ("Wampler1", 14), ("Wampler2", 12), ("Wampler3", 13.5), ("Wampler4", 13.5),
    ("Wampler5", 13.5), ("Filip", 7),
  ])
  func `agree in coefficients, standard errors and variance`(name: String, digits: Double) throws {
    let set = try NISTSet(named: name)
    let fit = try LeastSquares(design: set.design, response: set.response)
    #expect(agreeingDigits(fit.coefficients, set.coefficients) >= digits)
    #expect(agreeingDigits(fit.standardErrors, set.standardErrors) >= digits)
    #expect(
      agreeingDigits(fit.residualStandardDeviation, set.residualStandardDeviation) >= digits)
    #expect(agreeingDigits(fit.rSquared, set.rSquared) >= min(digits, 12))
  }

  /// Wampler's first two responses are polynomials: integers, and decimals that are no doubles.
  @Test(arguments: [("Wampler1", 1e-22), ("Wampler2", 1e-14)])
  func `leave nothing of an exact polynomial`(name: String, limit: Double) throws {
    let set = try NISTSet(named: name)
    let fit = try LeastSquares(design: set.design, response: set.response)
    #expect(fit.residualStandardDeviation < limit)
    #expect(fit.standardErrors.allSatisfy { $0 < limit })
    #expect(fit.residuals.allSatisfy { abs($0) < limit })
  }

  /// Filip's terms of a million cancel to residuals of a thousandth.
  @Test func `leave residuals orthogonal to columns that nearly cancel`() throws {
    let set = try NISTSet(named: "Filip")
    let fit = try LeastSquares(design: set.design, response: set.response)
    let length = Matrix(columns: [fit.residuals]).frobeniusNorm
    for j in 0..<set.design.columns {
      let column = set.design.column(j)
      let product = zip(column, fit.residuals).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(product) < 1e-12 * length * Matrix(columns: [column]).frobeniusNorm)
    }
  }
}
