import CKernel
import RealModule

extension PooledLevel {
  /// What is known of a country's own level at its last year.
  struct State: Equatable {
    var mean: Double
    var variance: Double
  }
}

extension PooledLevel.Parameters {
  /// The parameters that make the sample most likely.
  static func mostLikely(for sample: PooledLevel.Sample) -> Self {
    guard !sample.powers.isEmpty else { return Self() }
    let ends = sample.levels.map { $0[$0.count - 1] }
    let found = NelderMead().minimize(
      from: [ends.mean, .log(0.5), .atanh(0.9), 0], steps: [0.2, 0.5, 0.3, 0.3]
    ) { Self(unbounded: $0).deviance(of: sample) }
    return Self(unbounded: found.point)
  }

  private init(unbounded x: [Double]) {
    centre = x[0]
    dispersion = .exp(x[1])
    persistence = min(max(.tanh(x[2]), 0.01), 0.9999)
    noise = .exp(x[3])
  }

  /// The same with the noise of late years: there is more of it since currencies float.
  ///
  /// **Source.** As `PooledGrowth.Parameters.asOfLate`.
  ///
  /// - Parameters:
  ///   - sample: All countries' levels.
  ///   - halfLife: After how many years a shock counts half.
  /// - Returns: The parameters with another *k*.
  func asOfLate(in sample: PooledLevel.Sample, halfLife: Double) -> Self {
    var sum = 0.0
    var weights = 0.0
    for (levels, variance) in zip(sample.levels, sample.variances) {
      let own = state(of: levels, variance: variance).mean
      for step in 1..<levels.count {
        let shock = levels[step] - own - persistence * (levels[step - 1] - own)
        let squared = shock * shock / (noise * variance)
        let weight = Double.exp2(-Double(levels.count - 1 - step) / halfLife)
        sum += weight * min(squared, Self.largestSurprise * Self.largestSurprise)
        weights += weight
      }
    }
    var late = self
    if weights > 0 { late.noise *= sum / weights }
    return late
  }

  /// Beyond how many standard deviations a surprise counts as one of that size.
  private static let largestSurprise = 3.5

  /// Minus twice the logarithm of the likelihood, but for a constant.
  func deviance(of sample: PooledLevel.Sample) -> Double {
    sample.abreast.withSample {
      primacy_level_deviance($0, [centre, dispersion * dispersion, persistence, noise])
    }
  }

  /// The same by learning from one country after another, which tells their states too.
  func plainDeviance(of sample: PooledLevel.Sample) -> Double {
    sample.levels.indices.reduce(0) {
      $0 + learn(sample.levels[$1], variance: sample.variances[$1]).deviance
    }
  }

  /// The country's own level, given all its years.
  func state(of levels: [Double], variance: Double) -> PooledLevel.State {
    learn(levels, variance: variance).state
  }

  /// Learns a country's own level from its changes, one year after another.
  ///
  /// Given *a*, the first level is normal around *a* with the stationary variance and each
  /// *zₜ₊₁ − φ zₜ* around *(1 − φ) a*: each is one normal measurement of *a*.
  private func learn(
    _ levels: [Double], variance: Double
  ) -> (deviance: Double, state: PooledLevel.State) {
    let shock = noise * variance
    var mean = centre
    var spread = dispersion * dispersion
    var deviance = 0.0
    func measure(_ value: Double, weight: Double, noise: Double) {
      let total = weight * weight * spread + noise
      let limit = Self.largestSurprise * total.squareRoot()
      let surprise = max(-limit, min(limit, value - weight * mean))
      let gain = weight * spread / total
      deviance += .log(total) + surprise * surprise / total
      mean += gain * surprise
      spread *= 1 - gain * weight
    }
    measure(levels[0], weight: 1, noise: shock / (1 - persistence * persistence))
    for step in 1..<levels.count {
      measure(
        levels[step] - persistence * levels[step - 1], weight: 1 - persistence, noise: shock)
    }
    return (deviance, PooledLevel.State(mean: mean, variance: spread))
  }
}
