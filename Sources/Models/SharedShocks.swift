import LinearAlgebra
import Probability
import RealModule

/// What powers' shocks have in common: the factors of their correlation, shrunk towards its mean.
///
/// **Source.** Ledoit and Wolf, "Honey, I shrunk the sample covariance matrix" (2004),
/// doi:10.3905/jpm.2004.110: the constant-correlation target; the weight is fixed here.
struct SharedShocks {
  let factors: CommonFactors

  /// Correlates what powers have in common.
  ///
  /// - Parameters:
  ///   - changes: One run a power, each ending in its last year.
  ///   - lastYears: The last year of each run.
  ///   - window: How many of the latest years count.
  ///   - average: Over how many years changes are averaged first.
  ///   - shrinkage: The weight of the mean correlation, 0 to 1.
  /// - Throws: `notConverged` where the eigenvalues are not found.
  init(
    changes: [[Double]], lastYears: [Int], window: Int, averagedOver average: Int = 1,
    shrinkage: Double
  ) throws(LinearAlgebraError) {
    let end = lastYears.max() ?? 0
    let columns = zip(changes, lastYears).map {
      Self.standardized(Self.averages($0, last: $1, end: end, window: window, over: average))
    }
    let count = columns.count
    var sample = Matrix.identity(count)
    var sum = 0.0
    var pairs = 0
    for i in 0..<count {
      for j in 0..<i {
        let value = Self.correlation(columns[i], columns[j]) ?? .nan
        sample[i, j] = value
        if !value.isNaN {
          sum += value
          pairs += 1
        }
      }
    }
    let mean = pairs > 0 ? sum / Double(pairs) : 0
    let shrunk = Matrix(rows: count, columns: count) { i, j in
      if i == j { return 1 }
      let value = sample[max(i, j), min(i, j)]
      return value.isNaN ? mean : (1 - shrinkage) * value + shrinkage * mean
    }
    factors = try CommonFactors(shrunk)
  }

  /// Averages over consecutive spans that end in a common year; missing where a span has a gap.
  private static func averages(
    _ changes: [Double], last: Int, end: Int, window: Int, over average: Int
  ) -> [Double] {
    (0..<window / average).map { span in
      var sum = 0.0
      for year in 0..<average {
        let index = changes.count - 1 - (span * average + year) + (end - last)
        guard changes.indices.contains(index) else { return .nan }
        sum += changes[index]
      }
      return sum / Double(average)
    }
  }

  private static func standardized(_ values: [Double]) -> [Double] {
    let known = values.filter { !$0.isNaN }
    guard known.count > 2 else { return values.map { _ in .nan } }
    let mean = known.mean
    return values.map { $0 - mean }
  }

  /// The correlation over the spans that both have; at least five.
  private static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    var xx = 0.0
    var yy = 0.0
    var xy = 0.0
    var count = 0
    for (a, b) in zip(x, y) where !a.isNaN && !b.isNaN {
      xx += a * a
      yy += b * b
      xy += a * b
      count += 1
    }
    guard count >= 5, xx > 0, yy > 0 else { return nil }
    return xy / (xx * yy).squareRoot()
  }
}
