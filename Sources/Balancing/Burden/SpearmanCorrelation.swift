import Probability
import RealModule

/// The correlation of ranks, with its interval.
///
/// Ties have the mean of their ranks. The interval is Fisher's, with the variance of Bonett and
/// Wright for ranks:
///
///     tanh (artanh ρ ± z √((1 + ρ²/2) / (n − 3)))
///
/// **Source.** Spearman (1904); Bonett and Wright, "Sample size requirements for estimating
/// Pearson, Kendall and Spearman correlations" (2000), doi:10.1007/BF02294183.
public struct SpearmanCorrelation: Equatable, Sendable {
  public let value: Double
  public let low: Double
  public let high: Double
  public let count: Int

  /// Fails for fewer than four pairs, or where one side does not vary.
  ///
  /// - Parameters:
  ///   - x: As many as `y`.
  ///   - y: As many as `x`.
  ///   - level: The probability that the interval is to hold.
  public init?(_ x: [Double], _ y: [Double], level: Double = 0.9) {
    precondition(x.count == y.count, "a correlation needs pairs")
    guard x.count > 3, let value = Self.correlation(Self.ranks(x), Self.ranks(y)) else {
      return nil
    }
    self.value = value
    count = x.count
    let width = Normal.quantile(0.5 + level / 2)
    let error = ((1 + value * value / 2) / Double(count - 3)).squareRoot()
    let centre = Double.atanh(min(max(value, -1 + 1e-12), 1 - 1e-12))
    low = .tanh(centre - width * error)
    high = .tanh(centre + width * error)
  }

  /// The ranks from 1, of which ties have the mean.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    let mean = Double(x.count + 1) / 2
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
      xy += (a - mean) * (b - mean)
      xx += (a - mean) * (a - mean)
      yy += (b - mean) * (b - mean)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : nil
  }
}
