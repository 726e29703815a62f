/// Equally likely values of one quantity, as a simulation gives them.
///
/// **Units.** Scores have the quantity's own.
public struct SampleForecast: Sendable {
  /// The values in ascending order.
  public let values: [Double]
  /// Half the sum of *|xᵢ − xⱼ|* over all ordered pairs.
  private let halfDifferences: Double

  /// Sorts the values: *n log n* steps, after which a score takes *n*.
  ///
  /// - Precondition: At least one value, all finite.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty, "a forecast needs a value")
    precondition(values.allSatisfy(\.isFinite), "a forecast's values are finite")
    let sorted = values.ascending()
    let last = sorted.count - 1
    self.values = sorted
    // Pairing the ends keeps a large common level from cancelling.
    halfDifferences = (0..<sorted.count / 2).reduce(0) {
      $0 + Double(last - 2 * $1) * (sorted[last - $1] - sorted[$1])
    }
  }

  /// Which mean of the distances between values a score takes.
  public enum Estimator: Sendable {
    /// Over all *n²* ordered pairs: the score of the sample as the distribution it is.
    case plain
    /// Over the *n (n − 1)* pairs of different values: unbiased for what they were drawn from.
    ///
    /// **Source.** Ferro, "Fair scores for ensemble forecasts" (2014), doi:10.1002/qj.2270.
    case fair
  }

  /// The continuous ranked probability score; 0 is best.
  ///
  ///     CRPS = (1/n) Σᵢ |xᵢ − y| − (1/2n²) Σᵢ Σⱼ |xᵢ − xⱼ|
  ///
  /// **Source.** Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation"
  /// (2007), doi:10.1198/016214506000001437, eq. 21.
  ///
  /// - Precondition: A finite observation; two values or more for `fair`.
  public func crps(of observed: Double, _ estimator: Estimator = .plain) -> Double {
    precondition(observed.isFinite, "an observation is a finite number")
    let n = Double(values.count)
    let distance = values.reduce(0) { $0 + abs($1 - observed) } / n
    switch estimator {
    case .plain: return distance - halfDifferences / (n * n)
    case .fair:
      precondition(values.count > 1, "a fair score needs two values")
      return distance - halfDifferences / (n * (n - 1))
    }
  }
}

extension SampleForecast {
  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// The sample's quantiles at these levels.
  ///
  /// - Precondition: Levels ascend strictly between 0 and 1.
  public func quantiles(at levels: [Double]) -> QuantileForecast {
    QuantileForecast(levels: levels, values: levels.map { quantile($0, ofSorted: values) })
  }

  /// The probability integral transform, randomized where values equal the observation.
  ///
  ///     U = F(y⁻) + V (F(y) − F(y⁻)),   V uniform on (0, 1)
  ///
  /// It is uniform where forecasts are calibrated.
  ///
  /// **Source.** Czado, Gneiting and Held, "Predictive model assessment for count data" (2009),
  /// doi:10.1111/j.1541-0420.2009.01191.x.
  ///
  /// - Parameters:
  ///   - observed: What happened.
  ///   - deviate: *V*, from 0 to 1; the caller draws it.
  /// - Returns: A number from 0 to 1.
  public func integralTransform(of observed: Double, deviate: Double) -> Double {
    precondition(observed.isFinite, "an observation is a finite number")
    precondition(deviate >= 0 && deviate <= 1, "a uniform deviate is from 0 to 1")
    let below = values.partitioningIndex { $0 >= observed }
    let upTo = values.partitioningIndex { $0 > observed }
    return (Double(below) + deviate * Double(upTo - below)) / Double(values.count)
  }
}
