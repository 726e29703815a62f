/// How integral transforms spread over equal bins; they are level where forecasts are calibrated.
///
/// A hump is too much spread in the forecasts, a trough too little, a slope a bias.
///
/// **Source.** Gneiting, Balabdaoui and Raftery, "Probabilistic forecasts, calibration and
/// sharpness" (2007), doi:10.1111/j.1467-9868.2007.00587.x.
public struct TransformHistogram: Equatable, Sendable {
  public let counts: [Int]

  /// - Precondition: At least one transform, all from 0 to 1, and two bins or more.
  public init(of transforms: [Double], bins: Int = 10) {
    precondition(!transforms.isEmpty && bins > 1, "a histogram needs a transform and two bins")
    var counts = [Int](repeating: 0, count: bins)
    for transform in transforms {
      precondition(transform >= 0 && transform <= 1, "a transform is from 0 to 1")
      counts[min(Int(transform * Double(bins)), bins - 1)] += 1
    }
    self.counts = counts
  }

  /// Each bin's count over what is expected of it.
  public var heights: [Double] {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.map { Double($0) / expected }
  }

  /// Pearson's statistic of a level histogram.
  ///
  ///     χ² = Σₖ (nₖ − n/K)² / (n/K)
  public var chiSquare: Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  /// The probability of so large a statistic where forecasts are calibrated and independent.
  ///
  /// Overlapping forecasts are not independent; then it is too small.
  public var pValue: Double {
    IncompleteGamma.upper(Double(counts.count - 1) / 2, chiSquare / 2)
  }
}
