import CKernel
import RealModule

extension PooledGrowth {
  /// What is known of a country's deviation from its expected growth in the next year.
  struct State: Equatable {
    var mean: Double
    var variance: Double
  }
}

extension PooledGrowth.Parameters {
  /// The parameters that make the sample most likely.
  ///
  /// - Parameters:
  ///   - sample: All countries' growth.
  ///   - persistence: *ρ* where it is not learned.
  /// - Returns: What the search found.
  static func mostLikely(
    for sample: PooledGrowth.Sample, persistence: Double? = nil
  ) -> Self {
    let start = Self()
    let free = [start.growth, .log(start.trendDeviation), .log(start.noise)]
    let steps = [0.01, 0.5, 0.5]
    let found = NelderMead().minimize(
      from: free + (persistence == nil ? [.atanh(start.persistence)] : []),
      steps: steps + (persistence == nil ? [0.3] : [])
    ) { Self(unbounded: $0, persistence: persistence).deviance(of: sample) }
    return Self(unbounded: found.point, persistence: persistence)
  }

  /// From numbers without bounds, the last of them the persistence where it is learned.
  private init(unbounded x: [Double], persistence given: Double?) {
    growth = x[0]
    trendDeviation = .exp(x[1])
    noise = .exp(x[2])
    persistence = given ?? min(.tanh(x[3]), 0.9999)
  }

  /// Minus twice the logarithm of the likelihood, but for a constant.
  func deviance(of sample: PooledGrowth.Sample) -> Double {
    sample.abreast.withSample {
      primacy_growth_deviance(
        $0, [growth, persistence, trendDeviation * trendDeviation, noise])
    }
  }

  /// The same by the filter of one country after another, which tells their states too.
  func plainDeviance(of sample: PooledGrowth.Sample) -> Double {
    sample.stretches.indices.reduce(0) { $0 + filter(sample, $1).deviance }
  }

  /// The deviation that a country's growth leaves for the year after its last.
  func state(of country: Int, in sample: PooledGrowth.Sample) -> PooledGrowth.State {
    filter(sample, country).state
  }

  /// The same with the noise of late years: after a war there is more of it than after long calm.
  ///
  /// **Source.** J.P. Morgan and Reuters, *RiskMetrics: Technical Document* (1996), §5.2, for the
  /// exponentially weighted variance; unverified. Here it is one of all countries' surprises over
  /// the variances expected of them.
  ///
  /// - Parameters:
  ///   - sample: All countries' growth.
  ///   - halfLife: After how many years a surprise counts half.
  /// - Returns: The parameters with another *k*.
  func asOfLate(in sample: PooledGrowth.Sample, halfLife: Double) -> Self {
    var sum = 0.0
    var weights = 0.0
    for (country, stretch) in sample.stretches.enumerated() {
      filter(sample, country) { index, squared in
        let weight = Double.exp2(-Double(stretch.upperBound - 1 - index) / halfLife)
        sum += weight * squared
        weights += weight
      }
    }
    var late = self
    if weights > 0 { late.noise *= sum / weights }
    return late
  }

  /// Kalman's filter over one country's years; `seen` is told of each its square of surprise over
  /// the variance expected.
  @discardableResult
  private func filter(
    _ sample: PooledGrowth.Sample, _ country: Int, seen: (Int, Double) -> Void = { _, _ in }
  ) -> (deviance: Double, state: PooledGrowth.State) {
    let change = trendDeviation * trendDeviation
    let noise = noise * sample.variances[country]
    var mean = 0.0
    var variance = change / (1 - persistence * persistence)
    var deviance = 0.0
    for index in sample.stretches[country] {
      let surprise = sample.growth[index] - growth - mean
      let spread = variance + noise
      let gain = variance / spread
      let squared = surprise * surprise / spread
      deviance += .log(spread) + squared
      seen(index, squared)
      mean = persistence * (mean + gain * surprise)
      variance = persistence * persistence * (1 - gain) * variance + change
    }
    return (deviance, PooledGrowth.State(mean: mean, variance: variance))
  }
}
