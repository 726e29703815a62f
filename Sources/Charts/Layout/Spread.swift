/// Places for labels along a line: as near as may be to where they belong, and not overlapping.
///
/// Minimizes the sum of the squared moves by pooling neighbours that would overlap.
/// **Source.** Barlow, Bartholomew, Bremner and Brunk, *Statistical Inference under Order
/// Restrictions* (1972), §1.2, the pool-adjacent-violators algorithm.
enum Spread {
  /// Finds the middles of intervals.
  ///
  /// - Parameters:
  ///   - wanted: Where the middles belong, in any order.
  ///   - sizes: The length of each interval.
  ///   - range: Where the intervals may lie; where they do not fit they run over its end.
  /// - Returns: The middles, in the order given.
  static func middles(
    wanted: [Double], sizes: [Double], in range: ClosedRange<Double>
  ) -> [Double] {
    precondition(wanted.count == sizes.count, "each place has a size")
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var before: [Double] = []
    var total = 0.0
    for index in order {
      before.append(total + sizes[index] / 2)
      total += sizes[index]
    }
    let starts = zip(order, before).map { wanted[$0] - $1 }
    let last = max(range.lowerBound, range.upperBound - total)
    let pooled = rising(starts).map { max(range.lowerBound, min($0, last)) }
    var middles = wanted
    for (rank, index) in order.enumerated() { middles[index] = pooled[rank] + before[rank] }
    return middles
  }

  /// The nearest sequence that never falls.
  static func rising(_ values: [Double]) -> [Double] {
    var pools: [(mean: Double, count: Int)] = []
    for value in values {
      pools.append((value, 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let (a, b) = (pools[pools.count - 2], pools.removeLast())
        let count = a.count + b.count
        let sum = a.mean * Double(a.count) + b.mean * Double(b.count)
        pools[pools.count - 1] = (sum / Double(count), count)
      }
    }
    return pools.flatMap { [Double](repeating: $0.mean, count: $0.count) }
  }
}
