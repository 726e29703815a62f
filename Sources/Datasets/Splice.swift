import RealModule

/// The level by which an older series is carried back from a newer one.
///
/// The older series keeps its growth rates and takes the newer one's level:
///
///     x̂ₜ = k yₜ,   log k = mean over the overlap of (log xₛ − log yₛ)
///
/// where *x* is the newer series and *y* the older one. See note 1.
struct Splice: Equatable {
  /// *k*, in units of the newer series per unit of the older one.
  let factor: Double

  /// Nothing where no year has a positive value in both.
  ///
  /// - Parameters:
  ///   - years: The candidates of the overlap, in order.
  ///   - most: At most this many common years are used, the first ones.
  ///   - newer: A value, or NaN where it is missing.
  ///   - older: A value, or NaN where it is missing.
  init?(
    over years: some Sequence<Int>, atMost most: Int = .max, newer: (Int) -> Double,
    older: (Int) -> Double
  ) {
    var sum = 0.0
    var count = 0
    for year in years {
      let (x, y) = (newer(year), older(year))
      guard x > 0, y > 0 else { continue }
      sum += .log(x / y)
      count += 1
      if count == most { break }
    }
    guard count > 0 else { return nil }
    factor = .exp(sum / Double(count))
  }
}
