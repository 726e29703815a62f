import Balancing
import Forecasting
import Panels
import Probability
import Reports

/// The tables of `balance polarity`.
struct PolarityTables {
  let records: [PolarityRecord]
  let rule: PolarityRule

  private static let columns = [
    "year", "measure", "powers", "concentration", "herfindahl", "effective_powers", "leader",
    "leader_share", "second", "second_ratio", "polarity",
  ]

  /// A row a measure and year.
  var orders: Table {
    Table(
      "balance polarity", columns: Self.columns,
      rows: records.flatMap { record in record.entries.map { row(record, $0) } })
  }

  /// The same with what else is known of each year.
  var details: Table {
    var table = Table(
      "balance polarity",
      columns: Self.columns + ["movement", "leader_to_second", "poles", "other_rule", "members"])
    for record in records {
      var earlier: PowerShares?
      for entry in record.entries {
        table.append(row(record, entry) + extras(entry.known, since: earlier))
        earlier = entry.known
      }
    }
    return table
  }

  private func row(_ record: PolarityRecord, _ entry: PolarityRecord.Entry) -> [Table.Cell] {
    let head: [Table.Cell] = [.year(entry.year), .text(record.measure.name)]
    switch entry.shares {
    case .failure(let why):
      return head + [Table.Cell](repeating: .missing, count: 8) + [.text("\(why)")]
    case .success(let shares):
      return head + [
        .count(shares.powers.count), .ratio(shares.concentration), .ratio(shares.herfindahl),
        .ratio(shares.effectivePowers), .text(shares.leader.code), .ratio(shares.shares[0]),
        .text(shares.second.code), .ratio(shares.secondRatio),
        .text(rule.order(of: shares.shares).rawValue),
      ]
    }
  }

  private func extras(_ shares: PowerShares?, since earlier: PowerShares?) -> [Table.Cell] {
    guard let shares else { return [Table.Cell](repeating: .missing, count: 5) }
    let other: PolarityRule = rule == .halfLeader ? .modelskiThompson : .halfLeader
    return [
      Table.Cell(earlier.flatMap { shares.movement(since: $0) }), .ratio(1 / shares.secondRatio),
      .count(PolarityRule.poles(shares.shares)),
      .text(other.order(of: shares.shares).rawValue),
      .text(shares.powers.map(\.code).joined(separator: "+")),
    ]
  }

  /// A row a spell.
  var spells: Table {
    var table = Table(
      "balance polarity --spells",
      columns: [
        "measure", "rule", "polarity", "first_year", "last_year", "years", "began_in_record",
        "ended_in_record",
      ])
    for record in records {
      for spell in record.spells(by: rule) {
        table.append([
          .text(record.measure.name), .text(rule.rawValue), .text(spell.order.rawValue),
          .year(spell.years.lowerBound), .year(spell.years.upperBound), .count(spell.duration),
          .text(spell.isBeginningKnown ? "yes" : "no"), .text(spell.isEndKnown ? "yes" : "no"),
        ])
      }
    }
    return table
  }

  /// A row a measure, order and time at which a spell ended.
  var survival: Table {
    var table = Table(
      "balance polarity --survival",
      columns: [
        "measure", "rule", "polarity", "spells", "years", "at_risk", "ended", "survival", "low",
        "high",
      ])
    for record in records {
      let all = record.spells(by: rule).filter(\.isBeginningKnown)
      for order in PolarOrder.allCases {
        let spells = all.filter { $0.order == order }
        let curve = KaplanMeier(
          durations: spells.map { Double($0.duration) }, ended: spells.map(\.isEndKnown))
        for step in curve.steps {
          table.append([
            .text(record.measure.name), .text(rule.rawValue), .text(order.rawValue),
            .count(spells.count), .count(Int(step.time)), .count(step.atRisk), .count(step.ended),
            .ratio(step.survival), .ratio(step.low), .ratio(step.high),
          ])
        }
      }
    }
    return table
  }

  /// A row a measure: the leader's widest margin over the second before 1991, and since.
  var margins: Table {
    var table = Table(
      "balance polarity --margins",
      columns: [
        "measure", "first_year", "last_year", "leader_before", "year_before", "margin_before",
        "leader_since", "year_since", "margin_since", "wider_before",
      ])
    for record in records {
      guard let margins = MarginComparison(record, around: 1991) else { continue }
      table.append(
        [
          .text(record.measure.name), .year(margins.years.lowerBound),
          .year(margins.years.upperBound),
        ] + Self.cells(margins.before) + Self.cells(margins.since)
          + [.text(margins.wasWiderBefore.map { $0 ? "yes" : "no" } ?? "not available")])
    }
    return table
  }

  private static func cells(_ margin: MarginComparison.Margin?) -> [Table.Cell] {
    guard let margin else { return [.missing, .missing, .missing] }
    return [.text(margin.leader.code), .year(margin.year), .ratio(margin.ratio)]
  }

  /// A row a measure and year.
  static func future(_ forecasts: [PolarityForecast], shownYears: [Int]) -> Table {
    var table = Table(
      "balance polarity --future",
      columns: [
        "measure", "rule", "known_year", "known_polarity", "year", "unipolar", "near_unipolar",
        "bipolar", "multipolar", "unipolarity_ended",
      ])
    for forecast in forecasts {
      for year in shownYears {
        let probabilities = PolarOrder.allCases.map { order in
          Table.Cell.probability(forecast.probability(of: order, in: year))
        }
        table.append(
          [
            .text(forecast.measure.name), .text(forecast.rule.rawValue),
            forecast.now.map { .year($0.year) } ?? .missing,
            Table.Cell(forecast.now?.order.rawValue), .year(year),
          ] + probabilities
            + [forecast.end.map { .probability($0.probability(by: year)) } ?? .missing])
      }
    }
    return table
  }
}
