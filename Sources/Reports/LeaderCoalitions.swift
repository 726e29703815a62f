import Balancing
import Forecasting
import Panels

/// Who must stand together to match the incumbent in military spending at market rates.
struct LeaderCoalitions: Sendable {
  let field: BalanceField
  let found: MinimalCoalitions
  /// How often each is pivotal, where the orders of joining can be counted.
  let indices: PowerIndices?

  /// Nothing where the measure is not known, or where no coalition can be looked for.
  ///
  /// - Parameters:
  ///   - contest: Its incumbent is to be matched; the largest spender where it is several.
  ///   - data: From which figures.
  init?(_ contest: Contest, in data: DataSet) {
    let leader = contest.incumbent.members
    guard Measure.spendingMER.missing(from: data).isEmpty,
      let field = try? BalanceField(
        .spendingMER, in: data, leader: leader.count == 1 ? leader[0] : nil),
      let found = try? field.minimal(keeping: 1)
    else { return nil }
    self.field = field
    self.found = found
    indices = try? field.balanceIndices()
  }
}
