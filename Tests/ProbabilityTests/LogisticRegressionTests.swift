import LinearAlgebra
import Probability
import RealModule
import TestSupport
import Testing

@Suite("Logistic regression")
struct LogisticRegressionTests {
  /// A constant and *n* values, the event above a value.
  private func design(_ values: [Double]) -> Matrix {
    Matrix(columns: [values.map { _ in 1 }, values])
  }

  private func cases() throws -> (columns: [[Double]], outcomes: [Bool]) {
    let rows = try Reference.rows(of: "logistic_cases.csv")
    return ((0..<3).map { j in rows.map { $0[j] } }, rows.map { $0[3] == 1 })
  }

  /// statsmodels' `Logit`, Newton to 1e-14; the year's column is some 2000 times the gap's.
  @Test func `coefficients, errors and likelihood are statsmodels'`() throws {
    let (columns, outcomes) = try cases()
    let fits = try Reference.rows(of: "logistic_fits.csv")
    let fit = try LogisticRegression(design: Matrix(columns: columns), outcomes: outcomes)
    for j in 0..<3 {
      #expect(abs(fit.coefficients[j] - fits[0][j]) < 1e-10 * abs(fits[0][j]))
      #expect(abs(fit.standardErrors[j] - fits[1][j]) < 1e-9 * fits[1][j])
    }
    #expect(abs(fit.logLikelihood - fits[2][0]) < 1e-11 * abs(fits[2][0]))
    #expect(fit.iterations < 12)
  }

  /// scikit-learn with *C = 1/λ*, the constant free, on standardized columns.
  @Test func `a ridge is scikit-learn's`() throws {
    let (columns, outcomes) = try cases()
    let expected = try Reference.rows(of: "logistic_fits.csv")[3]
    let standard = Matrix(columns: [
      columns[0], columns[1].map { ($0 + 0.4) / 0.3 }, columns[2].map { ($0 - 1950) / 30 },
    ])
    let fit = try LogisticRegression(design: standard, outcomes: outcomes, penalty: .ridge(2.5))
    for j in 0..<3 { #expect(abs(fit.coefficients[j] - expected[j]) < 1e-9) }
  }

  /// By hand: of 4 without a mark 1 happened, of 4 with it 3: log odds *−ln 3* and *ln 3*; the
  /// variance of log odds in a group is *1/1 + 1/3*.
  @Test func `two groups are as by hand`() throws {
    let outcomes = [true, false, false, false, true, true, true, false]
    let fit = try LogisticRegression(
      design: design([0, 0, 0, 0, 1, 1, 1, 1]), outcomes: outcomes)
    #expect(abs(fit.coefficients[0] + .log(3)) < 1e-13)
    #expect(abs(fit.coefficients[1] - 2 * .log(3)) < 1e-13)
    #expect(abs(fit.standardErrors[0] - (4.0 / 3).squareRoot()) < 1e-12)
    #expect(abs(fit.standardErrors[1] - (8.0 / 3).squareRoot()) < 1e-12)
    #expect(abs(fit.probability([1, 1]) - 0.75) < 1e-14)
  }

  /// With a constant, fitted probabilities add up to the number of events.
  @Test func `probabilities add up to the events`() throws {
    let (columns, outcomes) = try cases()
    let fit = try LogisticRegression(design: Matrix(columns: columns), outcomes: outcomes)
    let expected = outcomes.indices.reduce(0) { sum, i in
      sum + fit.probability(columns.map { $0[i] })
    }
    #expect(abs(expected - Double(outcomes.count { $0 })) < 1e-8)
  }

  @Test func `the unit of a column does not matter`() throws {
    let (columns, outcomes) = try cases()
    let fit = try LogisticRegression(design: Matrix(columns: columns), outcomes: outcomes)
    let scaled = try LogisticRegression(
      design: Matrix(columns: [columns[0], columns[1].map { $0 * 1e13 }, columns[2]]),
      outcomes: outcomes)
    #expect(abs(scaled.coefficients[1] * 1e13 - fit.coefficients[1]) < 1e-8)
    #expect(abs(scaled.logLikelihood - fit.logLikelihood) < 1e-10)
  }

  @Test(arguments: [
    [false, false, false, true, true, true],  // without error
    [false, false, true, false, true, true],  // at 0 both, elsewhere without error
  ])
  func `separated outcomes are an error, and a ridge helps`(outcomes: [Bool]) throws {
    let design = design([-2, -1, 0, 0, 1, 2])
    #expect(throws: ProbabilityError.separated) {
      try LogisticRegression(design: design, outcomes: outcomes)
    }
    let fit = try LogisticRegression(design: design, outcomes: outcomes, penalty: .ridge(0.1))
    #expect(fit.coefficients[1] > 0 && fit.coefficients[1] < 10)
    #expect(abs(fit.probability([1, 0]) - 0.5) < 1e-9)  // by symmetry
  }

  @Test func `it names what stops it`() {
    let values = [1.0, 2, 3, 4]
    let mixed = [true, false, true, false]
    #expect(throws: ProbabilityError.oneOutcome(occurred: false)) {
      try LogisticRegression(design: design(values), outcomes: values.map { _ in false })
    }
    #expect(throws: ProbabilityError.oneOutcome(occurred: true)) {
      try LogisticRegression(
        design: design(values), outcomes: values.map { _ in true }, penalty: .ridge(1))
    }
    #expect(throws: ProbabilityError.noObservations) {
      try LogisticRegression(design: Matrix(rows: 0, columns: 2, elements: []), outcomes: [])
    }
    #expect(throws: ProbabilityError.notFinite(row: 2, column: 1)) {
      try LogisticRegression(design: design([1, 2, .nan, 4]), outcomes: mixed)
    }
    #expect(throws: ProbabilityError.collinear(columns: 3)) {
      let columns = [values.map { _ in 1 }, values, values.map { 0.1 * $0 + 0.7 }]
      _ = try LogisticRegression(design: Matrix(columns: columns), outcomes: mixed)
    }
    #expect(throws: ProbabilityError.collinear(columns: 2)) {
      try LogisticRegression(design: design([0, 0, 0, 0]), outcomes: mixed)
    }
  }
}
