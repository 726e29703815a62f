import LinearAlgebra
import Probability
import Testing

@Suite("Common factors")
struct CommonFactorsTests {
  private func matrix(_ count: Int, _ value: (Int, Int) -> Double) -> Matrix {
    Matrix(rows: count, columns: count) { $0 == $1 ? 1 : value(min($0, $1), max($0, $1)) }
  }

  private func distance(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.elements, b.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  /// By law: *n* rows have at most *n* − 1 factors beside what is everyone's own.
  @Test func `lose nothing of nine rows`() throws {
    let correlation = matrix(9) { 0.7 / Double(1 + $1 - $0) - 0.2 * Double($0 % 2) }
    #expect(try SymmetricEigen(correlation).values[0] > 0.02)
    #expect(distance(try CommonFactors(correlation).correlation, correlation) < 1e-12)
  }

  /// By hand: rows that all go together by .4 have one factor, whatever their number.
  @Test(arguments: [2, 12, 60]) func `find the one factor of a constant correlation`(
    count: Int
  ) throws {
    let correlation = matrix(count) { _, _ in 0.4 }
    #expect(distance(try CommonFactors(correlation).correlation, correlation) < 1e-12)
  }

  /// By hand: two groups of thirty with .6 within and .1 across have two factors.
  @Test func `find the two factors of two groups`() throws {
    let correlation = matrix(60) { $0 / 30 == $1 / 30 ? 0.6 : 0.1 }
    #expect(distance(try CommonFactors(correlation).correlation, correlation) < 1e-12)
  }

  /// Three rows cannot all go against one another by .9; the nearest that can be drawn is made.
  @Test func `make something positive definite of what is not`() throws {
    let made = try CommonFactors(matrix(3) { _, _ in -0.9 }).correlation
    #expect(try SymmetricEigen(made).values[0] > 0)
    #expect(made[0, 1] < -0.3)
  }

  /// By law of large numbers: covariances of 64,000 shocks, four standard errors at most.
  @Test func `shocks have the covariance of the factors`() throws {
    let correlation = matrix(12) { $0 / 4 == $1 / 4 ? 0.5 : 0.2 }
    let factors = try CommonFactors(correlation)
    let deviations = (0..<12).map { 0.5 + 0.1 * Double($0) }
    let shocks = CorrelatedShocks(factors, deviations: deviations)
    var sums = [Double](repeating: 0, count: 144)
    for block in 0..<2000 {
      let drawn = shocks.draw(from: BlockStream(seed: 5, block: block), channel: 1, step: 2)
      for i in 0..<12 {
        for j in 0...i {
          for lane in 0..<32 { sums[12 * i + j] += drawn[32 * i + lane] * drawn[32 * j + lane] }
        }
      }
    }
    for i in 0..<12 {
      for j in 0...i {
        let size = deviations[i] * deviations[j]
        let expected = size * factors.correlation[i, j]
        // A lane and its mirror have the same product: 32,000 of them, of four turns' each.
        #expect(abs(sums[12 * i + j] / 64_000 - expected) < 4 * size * (2.0 / 8000).squareRoot())
      }
    }
  }
}
