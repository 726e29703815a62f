public import Probability

/// How long the spells of one order lasted, of those whose beginning was seen.
public struct OrderSurvival: Sendable {
  public let order: PolarOrder
  /// How many spells were seen to begin.
  public let spells: Int
  /// How many were under way when the record began, or after a gap in it: of unknown length.
  public let dropped: Int
  public let curve: KaplanMeier
  private let durations: [Int]
  private let ended: [Bool]

  /// - Parameters:
  ///   - order: Of which spells are counted.
  ///   - all: Spells of any order.
  public init(_ order: PolarOrder, among all: [OrderSpell]) {
    let own = all.filter { $0.order == order }
    let seen = own.filter(\.isBeginningKnown)
    self.order = order
    spells = seen.count
    dropped = own.count - seen.count
    durations = seen.map(\.duration)
    ended = seen.map(\.isEndKnown)
    curve = KaplanMeier(durations: durations.map(Double.init), ended: ended)
  }

  /// The probability of lasting longer than some years.
  public func survival(beyond years: Int) -> Double {
    curve.steps.last { $0.time <= Double(years) }?.survival ?? 1
  }

  /// The 90 % interval of that probability; nothing where too few spells tell.
  ///
  /// Where every spell was followed for so long the probability is a plain share, and the interval
  /// that of a binomial; elsewhere it is Greenwood's, which says nothing at none and at all.
  public func interval(beyond years: Int) -> (low: Double, high: Double)? {
    let isShare = zip(durations, ended).allSatisfy { $1 || $0 >= years }
    if isShare, spells > 0 {
      let ends = zip(durations, ended).count { $1 && $0 <= years }
      let exact = BinomialInterval(successes: spells - ends, trials: spells)
      return (exact.low, exact.high)
    }
    guard let step = curve.steps.last(where: { $0.time <= Double(years) }), step.survival > 0,
      step.survival < 1
    else { return nil }
    return (step.low, step.high)
  }
}
