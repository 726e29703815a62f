public import Models
public import Panels

/// A reason why a forecast cannot be made.
public enum ForecastError: Error, Equatable, Sendable {
  /// A power cannot pass itself.
  case sameSides(Power)
  /// The data hold nothing by the origin.
  case originBeforeData(Int, first: Int)
  /// The origin lies after the last year of the data.
  case originAfterData(Int, last: Int)
  /// The data have neither the measure nor an indicator it needs.
  case measureWithoutData(String, missing: String)
  /// A side has no value of the measure near the origin, or too few years of it.
  case sideWithoutMeasure(Side, measure: String)
  /// The projection was published after the origin.
  case projectionAfterOrigin(Int, published: Int)
  case model(ModelError)
  case scenario(ScenarioError)
  /// The measure is no sum of products of indicators.
  case notDecomposable(String)
  /// The challenger leads at the origin, so that nothing is left to solve.
  case alreadyAhead(Side, measure: String, since: Int)
}

extension ForecastError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .sameSides(let power):
      "\(power) is challenger and incumbent; name two different powers"
    case .originBeforeData(let origin, let first):
      "nothing is known by \(origin); the data begin in \(first)"
    case .originAfterData(let origin, let last):
      "the origin \(origin) lies after the data, which end in \(last)"
    case .measureWithoutData(let measure, let missing):
      "\(measure) cannot be computed: the data have no \(missing)"
    case .sideWithoutMeasure(let side, let measure):
      "\(side.name) has no \(measure) near the origin, or too few unbroken years of it"
    case .projectionAfterOrigin(let origin, let published):
      "the United Nations' projection is of \(published); it was not known in \(origin)"
    case .model(let error):
      error.description
    case .scenario(let error):
      error.description
    case .notDecomposable(let measure):
      "\(measure) is no sum of products of indicators and cannot be taken apart"
    case .alreadyAhead(let side, let measure, let year):
      "\(side.name) leads on \(measure) since \(year): name the sides the other way round"
    }
  }
}
