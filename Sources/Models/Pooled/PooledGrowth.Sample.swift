import Panels
import RealModule

extension PooledGrowth {
  /// All countries' growth laid flat for the likelihood.
  struct Sample {
    let powers: [Power]
    /// One country's stretch of `growth`.
    let stretches: [Range<Int>]
    /// The yearly changes less what the determinants expect of them.
    let growth: [Double]
    /// *r*, each country's variance of growth, shrunk in logarithms towards the pool.
    let variances: [Double]
    /// The same for the kernel.
    let abreast: Abreast

    /// - Parameters:
    ///   - runs: Levels in logarithms.
    ///   - clip: Growth beyond this size counts as this size.
    ///   - determinants: What growth is expected from, or nothing.
    init(_ runs: Runs, clip: Double, determinants: GrowthDeterminants? = nil) {
      let changes = runs.changes.map { $0.map { max(-clip, min(clip, $0)) } }
      let expected = determinants?.expected(of: runs)
      let net = changes.enumerated().map { row, own in
        expected.map { zip(own, $0[row]).map { $0 - $1 } } ?? own
      }
      powers = runs.powers
      stretches = net.reduce(into: []) { found, run in
        let first = found.last?.upperBound ?? 0
        found.append(first..<first + run.count)
      }
      growth = net.flatMap(\.self)
      variances = PooledGrowth.shrunkVariances(changes, strength: 400)
      abreast = Abreast(net, variances: variances)
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
