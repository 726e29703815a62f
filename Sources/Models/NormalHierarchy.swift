/// Quantities of many countries, each estimated with an error, drawn from one normal.
///
///     x̂ᵢ ~ N(xᵢ, vᵢ),   xᵢ ~ N(μ, τ²)
///
/// The spread *τ²* is the one at which the estimates scatter around their weighted mean as much
/// as *vᵢ + τ²* say; it is zero where errors alone explain the scatter.
///
/// **Source.** Paule and Mandel (1982), "Consensus values and weighting factors",
/// doi:10.6028/jres.087.022.
struct NormalHierarchy: Equatable, Sendable {
  /// *μ*.
  let mean: Double
  /// *τ²*.
  let spread: Double

  /// Learns from estimates; one whose error's variance is not finite tells nothing.
  init(_ estimates: [Double], variances: [Double]) {
    let known = zip(estimates, variances).filter { $0.0.isFinite && $0.1.isFinite }
    let largest = known.map(\.0).max() ?? 0
    let width = largest - (known.map(\.0).min() ?? 0)
    var (low, high) = (0.0, width * width)
    if Self.scatter(known, spread: 0).excess <= 0 { high = 0 }
    for _ in 0..<100 where high > 0 {
      let middle = 0.5 * (low + high)
      if Self.scatter(known, spread: middle).excess > 0 { low = middle } else { high = middle }
    }
    spread = high
    mean = known.isEmpty ? 0 : Self.scatter(known, spread: high).mean
  }

  /// What is known of a country's own quantity, its estimate and the others' together.
  func posterior(of estimate: Double, variance: Double) -> (mean: Double, variance: Double) {
    guard variance.isFinite else { return (mean, spread) }
    guard variance > 0 else { return (estimate, 0) }
    let weight = spread / (spread + variance)
    return (mean + weight * (estimate - mean), weight * variance)
  }

  /// The weighted mean, and by how much the estimates scatter more than they should.
  private static func scatter(
    _ known: [(Double, Double)], spread: Double
  ) -> (mean: Double, excess: Double) {
    let floor = 1e-16
    let weights = known.map { 1 / max($0.1 + spread, floor) }
    let total = weights.reduce(0, +)
    let mean = zip(weights, known).reduce(0) { $0 + $1.0 * $1.1.0 } / total
    let squares = zip(weights, known).reduce(0) {
      $0 + $1.0 * ($1.1.0 - mean) * ($1.1.0 - mean)
    }
    return (mean, squares - Double(known.count - 1))
  }
}
