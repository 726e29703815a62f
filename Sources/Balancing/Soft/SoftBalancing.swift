public import Panels

/// Signs that a state leans away from the leader without arms, each against its own trend.
///
/// None of them is added to hard power, and none shows why a state votes or signs as it does.
public struct SoftBalancing: Sendable {
  /// A sign in a year, and what the trend of earlier years would have it be.
  public struct Sign: Equatable, Sendable {
    public let value: Double
    /// What the state's own trend says, never below 0; nothing where it has too few earlier years.
    public let counterfactual: Double?
    /// The probability, were the trend to go on, of being so far from it.
    public let significance: Double?

    /// How far the sign is from the trend; above zero is away from the leader.
    public var departure: Double? { counterfactual.map { value - $0 } }
  }

  public let state: Power
  public let year: Int
  /// The distance from the leader in votes of the General Assembly, or why it is not known.
  public let distance: Result<Sign, Unavailable>
  /// The share of trade agreements that join the rival and leave the leader out, or why not.
  public let agreementShare: Result<Sign, Unavailable>
  public let agreements: TradeAlignment?
  /// The groups with the rival and without the leader to which it belongs.
  public let groups: [String]
}

/// What soft balancing is looked for in: votes, agreements and groups, of all states.
public struct SoftRecord: Sendable {
  /// The years whose trend is carried on.
  public struct Baseline: Hashable, Sendable {
    /// The last of them.
    public let end: Int
    public let length: Int

    public init(end: Int, length: Int) {
      self.end = end
      self.length = length
    }

    /// The first of them.
    public var first: Int { end - length + 1 }

    var years: ClosedRange<Int> { first...end }
  }

  public let leader: Power
  public let rival: Power
  private let points: IdealPoints
  private let trade: TradeRecord
  private let groups: [PowerGroup]

  public init(_ relations: Relations, groups: [PowerGroup], leader: Power, rival: Power) {
    self.leader = leader
    self.rival = rival
    points = relations.idealPoints
    trade = TradeRecord(relations.agreements, with: rival, without: leader)
    self.groups = groups.sorted { $0.name < $1.name }
  }

  /// The last year in which votes are known.
  public var lastYear: Int? { points.coverage?.upperBound }

  /// The states with a position in a year, without the leader, in the order of their codes.
  public func states(in year: Int) -> [Power] {
    points.points.keys.filter { $0 != leader && points[$0, year] != nil }.sorted()
  }

  /// A state's signs in a year against the trend of its baseline.
  public func signs(of state: Power, in year: Int, against baseline: Baseline) -> SoftBalancing {
    let isTraded = trade.coverage?.contains(year) == true
    return SoftBalancing(
      state: state, year: year,
      distance: sign(year, baseline, points.coverage, state) { distance(of: state, in: $0) },
      agreementShare: sign(year, baseline, trade.coverage, state) {
        trade.alignment(of: state, by: $0).share
      },
      agreements: isTraded ? trade.alignment(of: state, by: year) : nil,
      groups: excludingGroups(in: year).filter { $0.members(in: year).contains(state) }
        .map(\.name))
  }

  /// The distance from the leader in votes.
  public func distance(of state: Power, in year: Int) -> Double? {
    points.distance(state, leader, in: year)
  }

  /// The trend of a state's distance over a baseline.
  public func trend(of state: Power, over baseline: Baseline) -> LinearTrend? {
    Self.trend(baseline) { distance(of: state, in: $0) }
  }

  /// The groups that have the rival and not the leader in a year.
  public func excludingGroups(in year: Int) -> [PowerGroup] {
    groups.filter {
      let members = $0.members(in: year)
      return members.contains(rival) && !members.contains(leader)
    }
  }

  private static func trend(_ baseline: Baseline, _ value: (Int) -> Double?) -> LinearTrend? {
    LinearTrend(baseline.years.compactMap { year in value(year).map { (year, $0) } })
  }

  private func sign(
    _ year: Int, _ baseline: Baseline, _ coverage: ClosedRange<Int>?, _ state: Power,
    _ value: (Int) -> Double?
  ) -> Result<SoftBalancing.Sign, Unavailable> {
    guard let coverage else { return .failure(.missing([state])) }
    if year < coverage.lowerBound { return .failure(.sourceBegins(coverage.lowerBound)) }
    if year > coverage.upperBound { return .failure(.sourceEnds(coverage.upperBound)) }
    guard let now = value(year) else { return .failure(.missing([state])) }
    let trend = Self.trend(baseline, value)
    return .success(
      SoftBalancing.Sign(
        value: now, counterfactual: trend.map { max(0, $0.value(in: year)) },
        significance: trend?.significance(of: now, in: year)))
  }
}
