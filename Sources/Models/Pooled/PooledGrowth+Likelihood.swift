import CKernel
import RealModule

extension PooledGrowth {
  /// What is known of a country's deviation from the common rate in the next year.
  struct State: Equatable {
    var mean: Double
    var variance: Double
  }
}

extension PooledGrowth.Parameters {
  /// The parameters that make the sample most likely.
  static func mostLikely(for sample: PooledGrowth.Sample) -> Self {
    let start = Self()
    let free = sample.hasLeader ? 6 : 4
    let steps = [0.01, 0.3, 0.5, 0.5, 0.01, 0.005]
    let found = NelderMead().minimize(
      from: Array(start.unbounded.prefix(free)), steps: Array(steps.prefix(free))
    ) { Self(unbounded: $0).deviance(of: sample) }
    return Self(unbounded: found.point)
  }

  /// The parameters as numbers without bounds.
  private var unbounded: [Double] {
    [growth, .atanh(persistence), .log(trendDeviation), .log(noise)] + convergence
  }

  private init(unbounded x: [Double]) {
    growth = x[0]
    persistence = min(.tanh(x[1]), 0.9999)
    trendDeviation = .exp(x[2])
    noise = .exp(x[3])
    convergence = x.count > 4 ? [x[4], x[5]] : [0, 0]
  }

  /// Minus twice the logarithm of the likelihood, but for a constant.
  func deviance(of sample: PooledGrowth.Sample) -> Double {
    sample.abreast.withSample {
      primacy_growth_deviance(
        $0,
        [
          growth, persistence, trendDeviation * trendDeviation, noise, convergence[0],
          convergence[1],
        ])
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

  private func filter(
    _ sample: PooledGrowth.Sample, _ country: Int
  ) -> (deviance: Double, state: PooledGrowth.State) {
    let change = trendDeviation * trendDeviation
    let noise = noise * sample.variances[country]
    var mean = 0.0
    var variance = change / (1 - persistence * persistence)
    var deviance = 0.0
    for index in sample.stretches[country] {
      let surprise = sample.growth[index] - self.mean(at: sample.gaps[index]) - mean
      let spread = variance + noise
      let gain = variance / spread
      deviance += .log(spread) + surprise * surprise / spread
      mean = persistence * (mean + gain * surprise)
      variance = persistence * persistence * (1 - gain) * variance + change
    }
    return (deviance, PooledGrowth.State(mean: mean, variance: variance))
  }
}
