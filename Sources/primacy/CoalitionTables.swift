import Balancing
import Forecasting
import Panels
import Reports

/// The tables of `balance coalitions`.
enum CoalitionTables {
  /// A table without rows yet.
  static func empty(_ view: Primacy.Balance.Coalitions.View) -> Table {
    switch view {
    case .minimal:
      Table(
        "balance coalitions",
        columns: ["year", "measure", "leader", "coalition", "members", "ratio"])
    case .ratio:
      Table(
        "balance coalitions --ratio",
        columns: [
          "year", "measure", "side", "against", "reliability", "without", "ratio", "uncounted",
        ])
    case .indices:
      Table(
        "balance coalitions --indices",
        columns: [
          "year", "measure", "power", "share", "shapley_shubik", "banzhaf", "leader",
          "balance_shapley_shubik", "balance_banzhaf", "minimal_coalitions",
        ])
    case .future:
      Table(
        "balance coalitions --future",
        columns: ["measure", "leader", "coalition", "year", "parity", "reached_by"])
    }
  }

  static func minimal(
    _ field: BalanceField, _ limit: Int, note: (String) -> Void
  ) throws -> [[Table.Cell]] {
    let found = try field.minimal(keeping: limit)
    let all = found.count == 1 ? "one minimal coalition" : "\(found.count) minimal coalitions"
    note(
      "\(all) of \(field.others.count) powers reach \(field.leader.power) on "
        + "\(field.measure.name) in \(field.year); \(found.coalitions.count) shown.")
    return found.coalitions.map { coalition in
      [
        .year(field.year), .text(field.measure.name), .text(field.leader.power.code),
        .text(coalition.members.map(\.code).joined(separator: "+")),
        .count(coalition.members.count), .ratio(coalition.ratio),
      ]
    }
  }

  static func indices(_ field: BalanceField) throws -> [[Table.Cell]] {
    let majority = try field.majorityIndices()
    let balance = try field.balanceIndices()
    let memberships = try field.minimal(keeping: 0).memberships
    let players = [field.leader] + field.others
    let whole = players.reduce(0) { $0 + $1.level }
    return players.enumerated().map { place, player in
      let other = place - 1
      func cell(_ values: [Double]?, _ index: Int) -> Table.Cell {
        index < 0 ? .missing : values.map { .ratio($0[index]) } ?? .missing
      }
      return [
        .year(field.year), .text(field.measure.name), .text(player.power.code),
        .ratio(player.level / whole), cell(majority?.shapleyShubik, place),
        cell(majority?.banzhaf, place), .text(field.leader.power.code),
        cell(balance?.shapleyShubik, other), cell(balance?.banzhaf, other),
        other < 0 ? .missing : .count(memberships[other]),
      ]
    }
  }

  static func future(_ forecast: ParityForecast, shownYears: [Int]) -> [[Table.Cell]] {
    forecast.outlooks.flatMap { outlook in
      shownYears.map { year in
        [
          .text(forecast.measure.name), .text(forecast.leader.code),
          .text(outlook.members.map(\.code).joined(separator: "+")), .year(year),
          .probability(outlook.parity[year - forecast.years.lowerBound]),
          .probability(outlook.event.probability(by: year)),
        ]
      }
    }
  }
}
