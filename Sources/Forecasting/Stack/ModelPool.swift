import Models

/// How several models share the futures.
public enum ModelPool: Sendable {
  /// In equal parts.
  case equal
  /// By the stack's weights of each measure, with the base rate mixed into probabilities.
  case stack
}

extension Forecaster.Options {
  /// The published forecast: the stack of its members.
  public static var stack: Self {
    var options = Self()
    options.models = StackWeights.members.map(\.model)
    options.pool = .stack
    return options
  }

  /// The name of what is forecast by: the stack's, or the models' joined.
  public var modelName: String {
    pool == .stack ? StackWeights.name : models.map(\.name).joined(separator: "+")
  }
}
