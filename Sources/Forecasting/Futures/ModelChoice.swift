public import Models

/// The models that people choose by name.
public enum ModelChoice: String, CaseIterable, Sendable {
  case logLinear = "log-linear"
  case randomWalk = "random-walk"
  case regressionToMean = "regression-to-mean"
  case frontier
  case vectorAutoregression = "vector-autoregression"
  case logistic
  case pooled

  public var model: any Model {
    switch self {
    case .logLinear: LogLinear()
    case .randomWalk: RandomWalk()
    case .regressionToMean: RegressionToMean()
    case .frontier: Frontier()
    case .vectorAutoregression: VectorAutoregression()
    case .logistic: Logistic()
    case .pooled: Pooled()
    }
  }
}
