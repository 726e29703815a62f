import Probability
import TestSupport
import Testing

@Suite("Diebold-Mariano test")
struct DieboldMarianoTests {
  /// statsmodels' regression on a constant with Newey and West's errors, scipy's tails.
  @Test func `it is statsmodels'`() throws {
    for row in try Reference.rows(of: "diebold_mariano.csv") {
      let count = (row.count - 5) / 2
      let test = try DieboldMariano(
        losses: Array(row[5..<5 + count]), reference: Array(row[(5 + count)...]),
        horizon: Int(row[0]))
      #expect(abs(test.meanDifference - row[1]) < 1e-14)
      #expect(abs(test.standardError - row[2]) < 1e-13)
      #expect(abs(test.statistic - row[3]) < 1e-12)
      #expect(abs(test.pValue - row[4]) < 1e-12)
    }
  }

  /// By hand: differences 1, 3, 1, 3: mean 2, *γ₀ = 1*, *γ₁ = −¾*, so *Ω̂ = 1 − ¾* with *h = 2*;
  /// the factor is *√(2 · 3)/4*.
  @Test func `four losses are compared as by hand`() throws {
    let test = try DieboldMariano(losses: [1, 3, 1, 3], reference: [0, 0, 0, 0], horizon: 2)
    #expect(test.meanDifference == 2)
    #expect(test.standardError == 0.25)
    #expect(abs(test.statistic - 8 * 6.0.squareRoot() / 4) < 1e-14)
  }

  @Test func `turned round it changes sign only`() throws {
    let a = [0.3, 0.1, 0.5, 0.2, 0.9, 0.4]
    let b = [0.2, 0.3, 0.6, 0.6, 0.7, 0.8]
    let test = try DieboldMariano(losses: a, reference: b, horizon: 2)
    let turned = try DieboldMariano(losses: b, reference: a, horizon: 2)
    #expect(test.statistic == -turned.statistic && test.pValue == turned.pValue)
    #expect(test.statistic < 0)
  }

  /// Equally accurate forecasts with errors correlated over four steps, 2,000 times: the test at
  /// 5 % rejects 5 % within what Bartlett's weights leave out; one that takes them for
  /// independent rejects far too often.
  @Test func `it rejects about as often as it says`() throws {
    var rejected = (overlapping: 0, independent: 0)
    for series in 0..<2000 {
      let shocks = BlockStream(seed: 11, block: series).uniforms(206, channel: 0)
        .map(Normal.quantile)
      let losses = (0..<100).map { shocks[$0...$0 + 3].reduce(0, +) }
      let zero = losses.map { _ in 0.0 }
      let test = try DieboldMariano(losses: losses, reference: zero, horizon: 8)
      let naive = try DieboldMariano(losses: losses, reference: zero, horizon: 1)
      rejected.overlapping += test.pValue < 0.05 ? 1 : 0
      rejected.independent += naive.pValue < 0.05 ? 1 : 0
    }
    #expect((80...200).contains(rejected.overlapping))
    #expect(rejected.independent > 400)
  }

  @Test func `it names what stops it`() {
    #expect(throws: ProbabilityError.tooFewLosses(have: 4, need: 5)) {
      try DieboldMariano(losses: [1, 2, 3, 4], reference: [0, 0, 0, 0], horizon: 4)
    }
    #expect(throws: ProbabilityError.tooFewLosses(have: 1, need: 2)) {
      try DieboldMariano(losses: [1], reference: [0], horizon: 1)
    }
    #expect(throws: ProbabilityError.constantDifference(0.5)) {
      try DieboldMariano(losses: [1, 2, 3], reference: [0.5, 1.5, 2.5], horizon: 1)
    }
  }

  @Test func `a loss that is no number is misuse`() async {
    await #expect(processExitsWith: .failure) {
      _ = try DieboldMariano(losses: [1, .nan, 2], reference: [0, 1, 0], horizon: 1)
    }
  }
}
