import Balancing
import Charts
import Forecasting
import Panels
import Probability

extension ReportSection {
  /// How many great powers there are, were, and will be.
  static let polarity = ReportSection(
    name: "polarity", template: PackageResources.polarity_mustache
  ) { findings in
    PolarityChart(findings).map { PolarityWords($0, findings) }.map { words in
      SectionContent(
        ["lasting": words.lasting, "margins": words.margins, "leaders": words.leaders],
        tables: ["orders": words.orders, "survival": words.survival])
    }
  }
}

/// What the section on polarity tells in numbers.
private struct PolarityWords {
  private let records: [PolarityRecord]
  private let futures: [PolarityForecast]
  private let year: Int
  private let names: DataSet
  private let rule = PolarityRule.modelskiThompson

  init(_ chart: PolarityChart, _ findings: Findings) {
    records = chart.records
    futures = findings.balance.polarity
    year = findings.context.headlineYear
    names = findings.context.names
  }

  var orders: Table {
    Table(
      "report polarity",
      columns: [
        "Measure", "Year", "Order", "Concentration", "Leader", "Its share", "Second over leader",
        "Unipolar in \(year)",
      ],
      rows: records.compactMap { record in
        guard let last = record.known.last else { return nil }
        let shares = last.shares
        let coming = futures.first { $0.measure.name == record.measure.name }
        return [
          .text(record.measure.heading), .year(last.year),
          .text(rule.order(of: shares.shares).rawValue), .ratio(shares.concentration),
          .text(names.name(of: shares.leader)), .probability(shares.shares[0]),
          .ratio(shares.secondRatio),
          coming.map { .probability($0.probability(of: .unipolar, in: year)) } ?? .missing,
        ]
      })
  }

  /// Who leads on which measure in the last year of each.
  var leaders: String {
    let last = records.compactMap { record in
      record.known.last.map { (leader: $0.shares.leader, measure: record.measure) }
    }
    let powers = last.map(\.leader).reduce(into: [Power]()) { all, power in
      if !all.contains(power) { all.append(power) }
    }
    let parts = powers.map { power in
      let side = Side(power)
      let measures = last.filter { $0.leader == power }.map(\.measure.title)
      return "\(SideName(side, names: names).words) \(side.verb("leads", "lead")) on "
        + measures.joined(separator: " and on ")
    }
    return parts.joined(separator: ", ")
  }

  /// A row a measure and order of which at least one has ended.
  var survival: Table {
    Table(
      "report survival",
      columns: [
        "Measure", "Order", "Spells seen to begin", "Half ended within", "Lasted beyond ten years",
        "90 % interval",
      ],
      rows: records.flatMap { record in
        let spells = record.spells(by: rule)
        return PolarOrder.allCases.compactMap { order -> [Table.Cell]? in
          let survival = OrderSurvival(order, among: spells)
          guard !survival.curve.steps.isEmpty else { return nil }
          let interval = survival.interval(beyond: 10).map {
            "\(Numeral.percent($0.low)) to \(Numeral.percent($0.high))"
          }
          return [
            .text(record.measure.heading), .text(order.rawValue), .count(survival.spells),
            survival.curve.median.map { .text(Self.years(Int($0))) } ?? .text("not yet"),
            .probability(survival.survival(beyond: 10)), .text(interval ?? "too few"),
          ]
        }
      })
  }

  private static func years(_ count: Int) -> String { "\(count) \(count == 1 ? "year" : "years")" }

  var lasting: String {
    let record = records[0]
    let spells = record.spells(by: rule)
    let told = PolarOrder.allCases.compactMap { order -> String? in
      let count = spells.count { $0.order == order }
      guard count > 0 else { return nil }
      return "\(Cardinal(count)) \(order.rawValue) \(count == 1 ? "spell" : "spells")"
    }
    let first = spells.first?.years.lowerBound ?? 0
    let dropped = spells.count { !$0.isBeginningKnown }
    return "On \(record.measure.title) there were \(told.joined(separator: ", ")) since \(first); "
      + "how long they lasted, with 90 % intervals, stands in the table"
      + (dropped == 0
        ? "."
        : ". It leaves out \(Cardinal(dropped)) whose beginning was not seen, because the record "
          + "begins or has a gap there.")
  }

  /// Whether the leader's margin was ever wider than since 1991.
  var margins: String {
    let compared = records.compactMap { record in
      MarginComparison(record, around: 1991).flatMap { margins in
        margins.wasWiderBefore.map { (record.measure, margins, $0) }
      }
    }
    guard !compared.isEmpty else { return "" }
    func told(_ margin: MarginComparison.Margin?) -> String {
      margin.map { margin in
        "\(SideName(Side(margin.leader), names: names).words) at "
          + "\(Numeral.fixed(margin.ratio, places: 2)) times the second in \(margin.year)"
      } ?? "unknown"
    }
    let parts = compared.map { measure, margins, wider in
      "on \(measure.title) \(wider ? "yes" : "no") (\(told(margins.before)); since then "
        + "\(told(margins.since)))"
    }
    return "Was the leader’s margin ever wider before 1991 than since? "
      + parts.joined(separator: "; ").capitalizedFirst + "."
  }
}
