import Probability
import TestSupport
import Testing

@Suite("Student's distribution")
struct StudentTTests {
  /// scipy 1.17: `stats.t.cdf`, and twice `stats.t.sf` for the tails, to a relative 1e-12.
  @Test func `probabilities are scipy's`() throws {
    for row in try Reference.rows(of: "student_t.csv") {
      let student = StudentT(degreesOfFreedom: row[0])
      #expect(abs(student.cumulative(row[1]) - row[2]) < 1e-12 * row[2])
      #expect(abs(student.tails(beyond: row[1]) - row[3]) < 1e-12 * row[3])
    }
  }

  /// With one degree it is Cauchy's, with two *½ + t / (2 √(2 + t²))*.
  @Test func `with two degrees it is algebraic`() {
    #expect(abs(StudentT(degreesOfFreedom: 1).cumulative(1) - 0.75) < 1e-15)
    for t in [-3.0, -0.5, 0, 2, 7] {
      let exact = 0.5 + t / (2 * (2 + t * t).squareRoot())
      #expect(abs(StudentT(degreesOfFreedom: 2).cumulative(t) - exact) < 1e-15)
    }
  }

  /// The difference is of order *1/ν*: below *t³/4ν* times the density.
  @Test func `with many degrees it is normal`() {
    for t in [-2.0, 0.3, 1.5] {
      let student = StudentT(degreesOfFreedom: 1e5).cumulative(t)
      #expect(abs(student - Normal.cumulative(t)) < 1e-5)
    }
  }

  @Test func `infinity has no tail`() {
    #expect(StudentT(degreesOfFreedom: 3).tails(beyond: -.infinity) == 0)
    #expect(StudentT(degreesOfFreedom: 3).cumulative(.infinity) == 1)
    #expect(StudentT(degreesOfFreedom: 3).tails(beyond: 0) == 1)
  }
}
