/// Between which shares a probability lies, told from how often something happened.
///
///     P(X ≥ k | low) = α/2,   P(X ≤ k | high) = α/2
///
/// It is exact: it holds at least as often as asked for, whatever the probability.
///
/// **Source.** Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the
/// case of the binomial" (1934), doi:10.1093/biomet/26.4.404.
public struct BinomialInterval: Equatable, Sendable {
  public let low: Double
  public let high: Double

  /// - Parameters:
  ///   - successes: How often it happened.
  ///   - trials: How often it could have; at least once.
  ///   - level: The probability that the interval is to hold.
  /// - Precondition: Not more successes than trials.
  public init(successes: Int, trials: Int, level: Double = 0.9) {
    precondition(trials > 0 && (0...trials).contains(successes), "a share needs trials")
    let tail = (1 - level) / 2
    let (k, rest) = (Double(successes), Double(trials - successes))
    low = successes == 0 ? 0 : Self.root(tail, k, rest + 1)
    high = successes == trials ? 1 : Self.root(1 - tail, k + 1, rest)
  }

  /// Where the regularized incomplete beta function has a value, by halving.
  private static func root(_ value: Double, _ a: Double, _ b: Double) -> Double {
    var (below, above) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (below + above) / 2
      let found = IncompleteBeta.regularized(middle, complement: 1 - middle, a, b)
      if found < value { below = middle } else { above = middle }
    }
    return (below + above) / 2
  }
}
