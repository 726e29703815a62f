import Balancing
import Panels
import Reports

/// The tables of `balance internal`.
enum InternalTables {
  static let emptyLeague = Table(
    "balance internal",
    columns: [
      "first_year", "last_year", "rank", "power", "effort_beyond_growth", "burden_first",
      "burden_last", "mobilisation_first", "mobilisation_last", "growth", "spending_growth",
      "growth_differential",
    ])

  /// The greatest effort first; states without figures last, with the reason.
  static func league(_ changes: [EffortChange], reference: EffortChange) -> [[Table.Cell]] {
    func effort(_ change: EffortChange) -> Double { (try? change.effort.get()) ?? -.infinity }
    let ranked = changes.sorted { (effort($0), $1.power) > (effort($1), $0.power) }
    return ranked.enumerated().map { place, change in
      let isKnown = effort(change) > -.infinity
      let differential = change.growth.flatMap { own in reference.growth.map { own - $0 } }
      return [
        .year(change.years.lowerBound), .year(change.years.upperBound),
        isKnown ? .count(place + 1) : .missing, .text(change.power.code),
        cell(change.effort) { .ratio($0) },
        ratio(change.burden?.first), ratio(change.burden?.last),
        cell(change.mobilisation.map(\.first)) { .number($0) },
        cell(change.mobilisation.map(\.last)) { .number($0) },
        ratio(change.growth), ratio(change.spendingGrowth), ratio(differential),
      ]
    }
  }

  private static func cell(
    _ value: Result<Double, Unavailable>, _ shown: (Double) -> Table.Cell
  ) -> Table.Cell {
    switch value {
    case .success(let number): shown(number)
    case .failure(let why): .text("\(why)")
    }
  }

  private static func ratio(_ value: Double?) -> Table.Cell { value.map { .ratio($0) } ?? .missing }

  /// A row a year, with the growth by each series.
  static func growth(_ power: Power, _ years: [SpendingGrowth]) -> Table {
    Table(
      "balance internal --growth",
      columns: [
        "power", "year", "local_current", "dollars_current", "constant", "dollars_cow",
        "announced",
      ],
      rows: years.map { growth in
        [
          .text(power.code), .year(growth.year), ratio(growth.local), ratio(growth.dollars),
          ratio(growth.constant), ratio(growth.correlates), ratio(growth.announced),
        ]
      })
  }

  static let announcementNote = """
    primacy: announced is the growth of the announced budget in current yuan, as the literature \
    reports it; no such series is embedded. The other columns follow estimates of what was spent, \
    which count what the budget leaves out.

    """
}
