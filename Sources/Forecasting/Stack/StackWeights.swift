/// How the published forecast of one measure is made of the members' forecasts.
///
/// The probability of a crossing is the weighted mean of the members' and the base rate's; futures
/// are dealt to the members, which have them, in proportion to their weights.
public struct StackWeights: Equatable, Sendable {
  /// The models whose futures it shares out; the base rate has none.
  public static let members: [ModelChoice] = [.pooled, .vectorAutoregression]
  /// The names of the members, then of the base rate.
  public static let names = members.map(\.rawValue) + [BaseRate.name]
  public static let name = "stack"

  /// What the weights are before any forecast has resolved: chosen on origins to 1980.
  public static let prior = StackWeights([0.7, 0.1, 0.2])

  /// One a name, not negative; their sum is 1.
  public let values: [Double]

  /// - Precondition: A weight a name, none negative, some of a model.
  public init(_ values: [Double]) {
    precondition(values.count == Self.names.count, "a stack has a weight a name")
    let sum = values.reduce(0, +)
    precondition(values.allSatisfy { $0 >= 0 } && sum > 0, "weights are not negative")
    self.values = values.map { $0 / sum }
  }

  public var baseRate: Double { values[values.count - 1] }

  /// The parts of the futures that the members draw; their sum is 1.
  public var shares: [Double] {
    let drawn = values.dropLast()
    let sum = drawn.reduce(0, +)
    return sum > 0 ? drawn.map { $0 / sum } : Self.prior.shares
  }
}
