extension Collection<Double> where Index == Int {
  /// The arithmetic mean.
  package var mean: Double { reduce(0, +) / Double(count) }

  /// The variance around the mean, with one degree of freedom lost.
  package var sampleVariance: Double {
    let mean = mean
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
  }
}
