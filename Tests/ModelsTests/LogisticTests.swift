import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Models

@Suite("Saturating growth")
struct LogisticTests {
  let size = Indicator("size", unit: "units")

  /// By hand: 100 / (1 + exp(−0.1 t)) in the year of its middle is 50, and 100 long after.
  @Test func `goes on with an exact logistic`() throws {
    let levels = (0..<51).map { 100 / (1 + .exp(-0.1 * (Double($0) - 50))) }
    let fit = try Logistic().fit(.made(size, from: 1950, ["AAA": levels]), for: ["AAA"])
    let course = try #require((fit as? Logistic.Fit)?.courses[0])
    #expect(course.straightness == nil)
    #expect(abs(course.parameters[0] - .log(100)) < 1e-8)
    #expect(abs(course.parameters[1]) < 1e-8)
    #expect(abs(course.parameters[2] - .log(0.1)) < 1e-8)
    let paths = fit.draw(years: 2001...2050, from: .init(seed: 1, block: 0), channel: 0)
    let want = Double.log(100 / (1 + .exp(-5)))
    #expect(abs(paths.values[paths.offset(year: 2050, row: 0)] - want) < 1e-6)
  }

  /// The certified curve of NIST's Rat42 with each ordinate scaled by e^±0.01 in turn.
  @Test func `finds a scattered curve within its errors`() throws {
    let levels = (0..<51).map { year in
      72.46 / (1 + .exp(-0.0674 * (Double(year) - 25)))
        * .exp(year.isMultiple(of: 2) ? 0.01 : -0.01)
    }
    let fit = try Logistic().fit(.made(size, from: 1950, ["AAA": levels]), for: ["AAA"])
    let course = try #require((fit as? Logistic.Fit)?.courses[0])
    #expect(course.straightness == nil)
    #expect(abs(course.parameters[0] - .log(72.46)) < 0.02)
    #expect(abs(course.residuals.shock - 0.01) < 0.001)
  }

  @Test func `says why a power is given a line`() throws {
    let time = (0..<51).map(Double.init)
    let falling = time.map { Double.exp(5 - 0.01 * $0) }
    let steady = time.map {
      Double.exp(0.02 * $0 + ($0.remainder(dividingBy: 2).isZero ? 0.02 : 0))
    }
    let bending = time.map { Double.exp(0.0005 * $0 * $0) }
    let fit = try Logistic().fit(
      .made(size, from: 1950, ["AAA": falling, "BBB": steady, "CCC": bending]),
      for: ["AAA", "BBB", "CCC"])
    let courses = try #require((fit as? Logistic.Fit)?.courses)
    #expect(courses[0].straightness == .falls)
    #expect(courses[1].straightness == .uncertain || courses[1].straightness == .withoutMinimum)
    #expect(courses[2].straightness == .withoutMinimum)
    #expect(abs(courses[0].parameters[1] + 0.01) < 1e-12)
  }

  /// By law: the level's ceiling is never passed by the curve, whatever is drawn of it.
  @Test(arguments: [-800.0, -1, 0, 1, 800])
  func `stays finite and under its ceiling`(time: Double) {
    let curve = Logistic.Curve.saturating(ceiling: 2, offset: 1, logRate: 0.5)
    #expect(curve.level(at: time).isFinite)
    #expect(curve.level(at: time) <= 2)
  }

  /// By hand: 4, 2, 1 last by (8 + 2) / 21; an error's variance is (1 + ρ) / (1 − ρ) times.
  @Test func `knows how residuals last`() {
    let residuals = Logistic.Residuals([4, 2, 1], variance: 9)
    #expect(abs(residuals.persistence - 10.0 / 21) < 1e-15)
    #expect(abs(residuals.inflation - 31.0 / 11) < 1e-14)
    #expect(abs(residuals.shock - 3 * (1 - 100.0 / 441).squareRoot()) < 1e-14)
    #expect(residuals.last == 1)
  }
}
