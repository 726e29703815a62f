import Probability
import Testing

@Suite("Interval of a share")
struct BinomialIntervalTests {
  /// By scipy 1.17.1: `binomtest(k, n).proportion_ci(0.9, "exact")`.
  @Test(arguments: [
    (3, 10, 0.08726443391415029, 0.6066242161055765),
    (1, 7, 0.007300831979146776, 0.520702973591307),
    (0, 5, 0, 0.4507197283469409), (7, 7, 0.6518363448688391, 1),
    (40, 57, 0.5868609341073421, 0.8002259399962345),
  ])
  func `is that of another program`(successes: Int, trials: Int, low: Double, high: Double) {
    let found = BinomialInterval(successes: successes, trials: trials)
    #expect(abs(found.low - low) < 1e-11)
    #expect(abs(found.high - high) < 1e-11)
  }

  /// By law: what did not happen has the interval mirrored.
  @Test func `is mirrored for what does not happen`() {
    for successes in 0...9 {
      let one = BinomialInterval(successes: successes, trials: 9)
      let other = BinomialInterval(successes: 9 - successes, trials: 9)
      #expect(abs(one.low + other.high - 1) < 1e-12)
    }
  }
}
