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

  /// What the weights are before any forecast has resolved: chosen on origins to 1980; Note 3.
  public static let prior = StackWeights([0.9, 0.05, 0.05], levels: [0.9, 0.1])
  /// From how many years a base rate has learned half of what it can: chosen on origins to 1980.
  private static let apprenticeship = 40.0

  /// The prior of a measure whose base rate has learned from some years.
  ///
  /// A base rate learned from few years is little but a guess: it has its part of the prior times
  /// *years / (years + 40)*, and the first member has what it lacks.
  ///
  /// - Parameter years: From the first origin of which pairs are known to the present one.
  /// - Returns: The weights before any forecast has resolved.
  static func prior(after years: Int) -> StackWeights {
    let years = Double(max(0, years))
    let baseRate = prior.baseRate * years / (years + apprenticeship)
    var values = prior.values
    values[0] += prior.baseRate - baseRate
    values[values.count - 1] = baseRate
    return StackWeights(values, levels: prior.levels)
  }

  /// One a name, not negative; their sum is 1.
  public let values: [Double]
  /// The parts of the futures from which quantiles are told, one a member; their sum is 1.
  public let levels: [Double]

  /// - Parameters:
  ///   - values: A weight a name, for the probabilities of events.
  ///   - levels: A weight a member, for quantiles of levels, or nothing for those of the events.
  /// - Precondition: No weight is negative, and some of each kind are positive.
  public init(_ values: [Double], levels: [Double]? = nil) {
    precondition(values.count == Self.names.count, "a stack has a weight a name")
    precondition(values.contains { $0 > 0 }, "a stack has a weight")
    self.values = Shares(values).values
    let drawn = Array(values.dropLast())
    let own = levels ?? (drawn.contains { $0 > 0 } ? drawn : Array(Self.prior.values.dropLast()))
    precondition(own.count == Self.members.count, "a stack has a weight a member")
    self.levels = Shares(own).values
  }

  public var baseRate: Double { values[values.count - 1] }

  /// The parts of the futures that the members draw for events; their sum is 1.
  public var shares: [Double] {
    let drawn = Array(values.dropLast())
    return drawn.contains { $0 > 0 } ? Shares(drawn).values : Self.prior.shares
  }
}
