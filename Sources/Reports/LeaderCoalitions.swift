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
  ///   - contest: Its incumbent is to be matched; its largest spender where it is several.
  ///   - data: From which figures.
  init?(_ contest: Contest, in data: DataSet) {
    guard Measure.spendingMER.missing(from: data).isEmpty else { return nil }
    let record = MeasureRecord(Measure.spendingMER.resolved(in: data), data: data)
    let side = contest.incumbent.members
    guard let last = record.coverage()?.upperBound,
      let leader = record.largest(.max, in: last).first(where: side.contains),
      // A field without a figure of its leader has no coalitions to show.
      let field = try? BalanceField(.spendingMER, in: data, leader: leader),
      let found = try? field.minimal(keeping: 1)
    else { return nil }
    self.field = field
    self.found = found
    indices = try? field.balanceIndices()
  }
}
