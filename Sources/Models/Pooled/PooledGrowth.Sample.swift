import Panels
import RealModule

extension PooledGrowth {
  /// All countries' growth laid flat for the likelihood.
  struct Sample {
    let powers: [Power]
    /// One country's stretch of `growth` and `gaps`.
    let stretches: [Range<Int>]
    let growth: [Double]
    /// The logarithm of the leader's level over the own one, in the year before; zero without leader.
    let gaps: [Double]
    /// *r*, each country's variance of growth, shrunk in logarithms towards the pool.
    let variances: [Double]
    let hasLeader: Bool
    /// The same for the kernel.
    let abreast: Abreast

    init(_ runs: Runs, leader: Power?, clip: Double) {
      let leading = leader.flatMap { runs.powers.firstIndex(of: $0) }
      var stretches: [Range<Int>] = []
      var growth: [Double] = []
      var gaps: [Double] = []
      for (row, levels) in runs.levels.enumerated() {
        let first = growth.count
        let begin = runs.lastYears[row] - levels.count + 1
        for step in 1..<levels.count {
          growth.append(max(-clip, min(clip, levels[step] - levels[step - 1])))
          let ahead = leading.flatMap { Self.level(of: $0, in: begin + step - 1, runs) }
          gaps.append(Self.gap(from: levels[step - 1], to: ahead))
        }
        stretches.append(first..<growth.count)
      }
      powers = runs.powers
      self.stretches = stretches
      self.growth = growth
      self.gaps = gaps
      hasLeader = leading != nil
      let runs = stretches.map { Array(growth[$0]) }
      let ahead = stretches.map { [gaps] stretch in Array(gaps[stretch]) }
      variances = PooledGrowth.shrunkVariances(runs, strength: 400)
      abreast = Abreast(runs, gaps: ahead, variances: variances)
    }

    static func gap(from own: Double, to ahead: Double?) -> Double {
      guard let ahead else { return 0 }
      return max(Parameters.gaps.lowerBound, min(Parameters.gaps.upperBound, ahead - own))
    }

    private static func level(of row: Int, in year: Int, _ runs: Runs) -> Double? {
      let index = runs.levels[row].count - 1 - (runs.lastYears[row] - year)
      return runs.levels[row].indices.contains(index) ? runs.levels[row][index] : nil
    }
  }

  /// Variances drawn in logarithms towards their geometric mean, with weight *n / (n + strength)*.
  static func shrunkVariances(_ samples: [[Double]], strength: Double) -> [Double] {
    let logs = samples.map { Double.log(max($0.sampleVariance, 1e-10)) }
    let pool = logs.mean
    return zip(logs, samples).map { log, sample in
      let weight = Double(sample.count) / (Double(sample.count) + strength)
      return .exp(weight * log + (1 - weight) * pool)
    }
  }
}
