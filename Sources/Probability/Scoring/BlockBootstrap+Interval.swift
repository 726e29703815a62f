extension BlockBootstrap {
  /// A statistic, and where it would lie had other episodes been seen.
  public struct Interval: Equatable, Sendable {
    /// The statistic of the rows as they are.
    public let estimate: Double
    /// The standard deviation over replicates.
    public let standardError: Double
    /// The percentile interval.
    public let range: ClosedRange<Double>
    /// The probability that the interval claims.
    public let confidence: Double
    /// How many replicates gave a finite statistic.
    public let replicates: Int
    /// How many cases were nearly independent.
    public let episodes: Int
  }

  /// A statistic of sums with its percentile interval.
  ///
  /// ```swift
  /// let bootstrap = BlockBootstrap(
  ///   origins: origins, keys: incumbents, columns: [scores, references], blockYears: 10)
  /// bootstrap.interval(confidence: 0.9, seed: 1) { $0.skill(of: 0, against: 1) }
  /// ```
  ///
  /// **Source.** Efron and Tibshirani, *An Introduction to the Bootstrap* (1993), §13.3.
  ///
  /// - Parameters:
  ///   - confidence: The probability that the interval claims.
  ///   - replicates: How many to draw.
  ///   - seed: The same seed gives the same interval.
  ///   - statistic: What to work out of the sums, such as a skill.
  /// - Returns: Nothing where fewer than half of the replicates give a finite statistic.
  public func interval(
    confidence: Double, replicates: Int = 2000, seed: UInt64, _ statistic: (Sums) -> Double
  ) -> Interval? {
    precondition(confidence > 0 && confidence < 1, "a confidence is between 0 and 1")
    precondition(replicates > 1, "an interval needs two replicates")
    let all = (0..<replicates).map { statistic(replicate($0, seed: seed)) }
    let drawn = all.filter(\.isFinite).ascending()
    guard drawn.count > 1 && 2 * drawn.count >= replicates else { return nil }
    let mean = drawn.reduce(0, +) / Double(drawn.count)
    let squares = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let tail = (1 - confidence) / 2
    return Interval(
      estimate: statistic(total),
      standardError: (squares / Double(drawn.count - 1)).squareRoot(),
      range: quantile(tail, ofSorted: drawn)...quantile(1 - tail, ofSorted: drawn),
      confidence: confidence, replicates: drawn.count, episodes: episodes)
  }
}
