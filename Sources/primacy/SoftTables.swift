import Balancing
import Panels
import Reports

/// The table of `balance soft`.
enum SoftTables {
  /// Those first that left their trend farthest for a position away from the leader.
  static func ranked(_ signs: [SoftBalancing]) -> [SoftBalancing] {
    func departure(_ signs: SoftBalancing) -> Double {
      (try? signs.distance.get())?.departure ?? -.infinity
    }
    return signs.sorted { (departure($0), $1.state) > (departure($1), $0.state) }
  }

  static func table(_ rows: [SoftBalancing], _ baseline: SoftRecord.Baseline) -> Table {
    Table(
      "balance soft",
      columns: [
        "year", "state", "ideal_distance", "distance_trend", "distance_departure",
        "distance_p_value", "agreements", "agreements_excluding", "excluding_share",
        "share_trend", "share_departure", "with_rival", "with_leader", "groups", "trend_until",
      ],
      rows: rows.map { signs in
        [.year(signs.year), .text(signs.state.code)]
          + cells(signs.distance, significance: true)
          + [
            signs.agreements.map { .count($0.all) } ?? .missing,
            signs.agreements.map { .count($0.excluding) } ?? .missing,
          ] + cells(signs.agreementShare, significance: false)
          + [
            flag(signs.agreements?.joinsRival), flag(signs.agreements?.joinsLeader),
            Table.Cell(signs.groups.isEmpty ? nil : signs.groups.joined(separator: "+")),
            .year(baseline.end),
          ]
      })
  }

  private static func cells(
    _ sign: Result<SoftBalancing.Sign, Unavailable>, significance: Bool
  ) -> [Table.Cell] {
    switch sign {
    case .failure(let why):
      return [.text("\(why)")] + [Table.Cell](repeating: .missing, count: significance ? 3 : 2)
    case .success(let sign):
      let cells = [.ratio(sign.value), ratio(sign.counterfactual), ratio(sign.departure)]
      return significance ? cells + [ratio(sign.significance)] : cells
    }
  }

  private static func ratio(_ value: Double?) -> Table.Cell { value.map { .ratio($0) } ?? .missing }

  private static func flag(_ value: Bool?) -> Table.Cell {
    value.map { .text($0 ? "yes" : "no") } ?? .missing
  }
}
