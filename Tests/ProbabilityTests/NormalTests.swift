import Probability
import Testing

@Suite("Normal distribution")
struct NormalTests {
  /// scipy 1.17: `scipy.stats.norm.ppf`.
  @Test(arguments: [
    (0.5, 0.0), (0.9, 1.2815515655446004), (0.975, 1.959963984540054),
    (0.001, -3.090232306167813), (1e-10, -6.361340902404056), (0.3, -0.5244005127080409),
  ])
  func `quantiles are scipy's`(probability: Double, quantile: Double) {
    #expect(abs(Normal.quantile(probability) - quantile) < 1e-13 * max(1, abs(quantile)))
  }

  @Test func `the quantile undoes the cumulative distribution`() {
    for step in -50...50 {
      let x = Double(step) / 10
      #expect(abs(Normal.quantile(Normal.cumulative(x)) - x) < 1e-10)
    }
  }
}

@Suite("First passage")
struct FirstPassageTests {
  @Test func `without drift it is the reflection principle`() {
    let passage = FirstPassage(distance: 0.4, drift: 0, volatility: 0.1)
    let reflected = 2 * Normal.cumulative(-0.4 / (0.1 * 25.0.squareRoot()))
    #expect(abs(passage.probability(by: 25) - reflected) < 1e-15)
  }

  /// With drift away from the barrier the probability of ever reaching it is *exp(2 μ d / σ²)*.
  @Test func `far ahead it is the probability of ever`() {
    let passage = FirstPassage(distance: 0.4, drift: -0.01, volatility: 0.1)
    let ever = 0.4493289641172216  // exp(−0.8)
    #expect(abs(passage.probability(by: 1e6) - ever) < 1e-12)
  }
}
