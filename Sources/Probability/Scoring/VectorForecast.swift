import RealModule

/// Equally likely values of several quantities together, as a simulation gives them.
///
/// **Shape.** `values[member * dimension + component]`.
/// **Units.** All components share one, as logarithms do; else scale them first.
public struct VectorForecast: Sendable {
  public let dimension: Int
  public let values: [Double]

  public var count: Int { values.count / dimension }

  /// - Precondition: At least one component and one member; finite values.
  public init(dimension: Int, values: [Double]) {
    precondition(dimension > 0 && !values.isEmpty, "a forecast needs a value")
    precondition(values.count.isMultiple(of: dimension), "a member has a value a component")
    precondition(values.allSatisfy(\.isFinite), "a forecast's values are finite")
    self.dimension = dimension
    self.values = values
  }

  /// The energy score: that of a sample, with distances in place of differences; 0 is best.
  ///
  ///     ES = (1/n) Σᵢ ‖xᵢ − y‖ − (1/2n²) Σᵢ Σⱼ ‖xᵢ − xⱼ‖
  ///
  /// It takes *n²* distances. The estimators are those of a sample of one quantity.
  ///
  /// **Source.** Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation"
  /// (2007), doi:10.1198/016214506000001437, eq. 22.
  ///
  /// - Precondition: A finite observation a component; two members or more for `fair`.
  public func energyScore(
    of observed: [Double], _ estimator: SampleForecast.Estimator = .plain
  ) -> Double {
    require(observed)
    var toObserved = 0.0
    var between = 0.0
    for i in 0..<count {
      toObserved += distance { self[i, $0] - observed[$0] }
      for j in 0..<i { between += distance { self[i, $0] - self[j, $0] } }
    }
    let n = Double(count)
    switch estimator {
    case .plain: return toObserved / n - between / (n * n)
    case .fair:
      precondition(count > 1, "a fair score needs two members")
      return toObserved / n - between / (n * (n - 1))
    }
  }

  /// The variogram score, which sees how components move together; 0 is best.
  ///
  ///     VS = Σₖ Σₗ (|yₖ − yₗ|ᵖ − (1/n) Σᵢ |xᵢₖ − xᵢₗ|ᵖ)²
  ///
  /// **Source.** Scheuerer and Hamill, "Variogram-based proper scoring rules for probabilistic
  /// forecasts of multivariate quantities" (2015), doi:10.1175/MWR-D-14-00269.1.
  ///
  /// - Precondition: A finite observation a component, and a positive order.
  public func variogramScore(of observed: [Double], order: Double = 0.5) -> Double {
    require(observed)
    precondition(order > 0, "a variogram needs a positive order")
    var score = 0.0
    for k in 0..<dimension {
      for l in 0..<k {
        let mean = (0..<count).reduce(0) { $0 + .pow(abs(self[$1, k] - self[$1, l]), order) }
        let error = Double.pow(abs(observed[k] - observed[l]), order) - mean / Double(count)
        score += 2 * error * error
      }
    }
    return score
  }

  private subscript(member: Int, component: Int) -> Double {
    values[member * dimension + component]
  }

  private func require(_ observed: [Double]) {
    precondition(observed.count == dimension, "an observation a component")
    precondition(observed.allSatisfy(\.isFinite), "an observation is a finite number")
  }

  private func distance(_ difference: (Int) -> Double) -> Double {
    var sum = 0.0
    for component in 0..<dimension {
      let part = difference(component)
      sum += part * part
    }
    return sum.squareRoot()
  }
}
