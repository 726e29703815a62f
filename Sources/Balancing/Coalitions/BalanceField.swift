public import Forecasting
public import Panels

/// The leader on a measure in a year, and the powers that may balance it.
public struct BalanceField: Sendable {
  /// A power and its level.
  public struct Player: Equatable, Sendable {
    public let power: Power
    public let level: Double
  }

  public let measure: Measure
  public let year: Int
  public let leader: Player
  /// Largest first, without the leader.
  public let others: [Player]
  public let record: MeasureRecord
  public let coverage: ClosedRange<Int>

  /// Looks up the powers concerned.
  ///
  /// - Parameters:
  ///   - measure: By which power is compared.
  ///   - data: What is known.
  ///   - year: Nothing for the last year that the measure covers.
  ///   - members: Who may balance; nothing for the largest powers.
  ///   - top: How many largest powers, the leader among them.
  ///   - leader: Nothing for the largest of them.
  /// - Throws: `withoutFigure` where the year or a member has no figure.
  public init(
    _ measure: Measure, in data: DataSet, year: Int? = nil, members: PowerSet? = nil,
    top: Int = 12, leader: Power? = nil
  ) throws(BalancingError) {
    record = MeasureRecord(measure.resolved(in: data), data: data)
    guard let coverage = record.coverage() else {
      throw .withoutFigure(measure: measure.name, year: year ?? 0, .tooFewMembers(0))
    }
    let year = year ?? coverage.upperBound
    var powers = members?.members(in: year) ?? record.largest(top, in: year)
    if let leader, !powers.contains(leader) { powers.append(leader) }
    let levels: [Double]
    do throws(Unavailable) {
      levels = try record.levels(of: powers, in: year, coverage: coverage)
    } catch {
      throw .withoutFigure(measure: measure.name, year: year, error)
    }
    let players = zip(powers, levels).map { Player(power: $0, level: $1) }
      .sorted { ($0.level, $1.power) > ($1.level, $0.power) }
    let first = players.first { $0.power == leader } ?? players[0]
    self.measure = measure
    self.year = year
    self.coverage = coverage
    self.leader = first
    others = players.filter { $0.power != first.power }
  }

  /// The minimal coalitions of the others that reach the leader.
  ///
  /// - Throws: `tooManyPlayers`.
  public func minimal(keeping limit: Int) throws(BalancingError) -> MinimalCoalitions {
    try MinimalCoalitions(
      others.map(\.power), levels: others.map(\.level), threshold: leader.level, keeping: limit)
  }

  /// How often each of the others is pivotal in reaching the leader; nothing if all fall short.
  ///
  /// - Throws: `tooManyPlayers`.
  public func balanceIndices() throws(BalancingError) -> PowerIndices? {
    PowerIndices(try WeightedGame(levels: others.map(\.level), threshold: leader.level))
  }

  /// How often each, the leader first, is pivotal for half of all.
  ///
  /// - Throws: `tooManyPlayers`.
  public func majorityIndices() throws(BalancingError) -> PowerIndices? {
    let levels = [leader.level] + others.map(\.level)
    return PowerIndices(
      try WeightedGame(levels: levels, threshold: levels.reduce(0, +) / 2))
  }
}
