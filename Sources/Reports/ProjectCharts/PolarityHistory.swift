import Balancing
import Charts
import Forecasting
import Panels

/// How concentrated power has been among the major powers, and how many poles there were.
struct PolarityHistory: ProjectFigure {
  private let records: [PolarityRecord]
  private let context: ChartContext
  private let rule = PolarityRule.modelskiThompson

  /// Nothing without a list of major powers, or where fewer than two of them are measured.
  init?(_ findings: Findings) {
    context = findings.context
    let data = context.names
    guard let majors = data.groups[PowerGroup.majors] else { return nil }
    let measures = [Measure.capability, .spendingCOW, .outputPPP].filter { measure in
      measure.missing(from: data).isEmpty
    }
    records = measures.compactMap { measure in
      // A set of one power has no shares, and nothing to show.
      try? PolarityRecord(measure, of: .group(majors), in: data)
    }.filter { $0.known.count > 1 }
    if records.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Shares among the major powers: how unequal they are, from 0, all equal, to 1, "
        + "one has all; and the order by thresholds on shares",
      description: description,
      footer: context.sourcesFooter([
        "Major powers as the Correlates of War project lists them, to today those of its last "
          + "year. Unipolar: one has half; bipolar: two have half together and a quarter each; "
          + "near-unipolar: one has 45 % (Modelski and Thompson 1988). Years without a figure of "
          + "every one are left out."
      ]),
      legend: legend,
      facets: Facets([concentrations, orders], sharing: .x, height: 230, leastColumn: 420))
  }

  var table: Table {
    Table(
      "report polarity",
      columns: [
        "measure", "year", "powers", "concentration", "leader", "leader_share", "second_ratio",
        "polarity",
      ],
      rows: records.flatMap { record in
        record.known.map { year, shares in
          [
            .text(record.measure.name), .year(year), .count(shares.powers.count),
            .ratio(shares.concentration), .text(shares.leader.code), .ratio(shares.shares[0]),
            .ratio(shares.secondRatio), .text(rule.order(of: shares.shares).rawValue),
          ]
        }
      })
  }
}

extension PolarityHistory {
  private var concentrations: Plot {
    let lines = records.enumerated().map { index, record in
      Line(
        points(of: record), hue: .category(index), stroke: Stroke(width: 1.75),
        label: record.measure.label)
    }
    return Plot(
      title: "Concentration", x: .years(), y: .linear(),
      marks: lines + [DirectLabels(of: lines) { Numeral.fixed($0, places: 2) }])
  }

  /// One value a year from the first known to the last; not a number where it is not.
  private func points(of record: PolarityRecord) -> [Point] {
    guard let first = record.known.first?.year, let last = record.known.last?.year else {
      return []
    }
    let values = Dictionary(uniqueKeysWithValues: record.known.map { ($0.year, $0.shares) })
    return (first...last).map { Point(x: Double($0), y: values[$0]?.concentration ?? .nan) }
  }

  private var orders: Plot {
    let spells = records.enumerated().flatMap { row, record in
      record.spells(by: rule).map { spell in
        let middle = Double(2 * row + 1)
        let (top, bottom) = (middle - 0.45, middle + 0.35)
        let ends = [Double(spell.years.lowerBound) - 0.5, Double(spell.years.upperBound) + 0.5]
        return Ribbon(
          ends.map { Ribbon.Point(x: $0, lower: bottom, upper: top) }, hue: Self.hue(spell.order),
          opacity: Self.opacity)
      }
    }
    let headings = records.enumerated().map { row, record in
      Headings.Heading(record.measure.label, row: 2 * row)
    }
    return Plot(
      title: "Order", x: .years(), y: .bands(records.flatMap { _ in ["", ""] }),
      marks: spells + [Headings(headings)])
  }

  private static let opacity = 0.75

  private static func hue(_ order: PolarOrder) -> Hue {
    switch order {
    case .unipolar: .indigo
    case .nearUnipolar: .blue
    case .bipolar: .vermilion
    case .multipolar: .gold
    }
  }

  private var legend: [Legend.Entry] {
    let found = records.flatMap { $0.spells(by: rule).map(\.order) }
    return PolarOrder.allCases.filter(found.contains).map { order in
      .init(.area(Self.hue(order), opacity: Self.opacity), order.rawValue)
    }
  }

  /// The order now on the first measure, since when, and whether power is as concentrated as ever.
  private var headline: String {
    let first = records[0]
    guard let spell = first.spells(by: rule).last, let now = first.known.last,
      let peak = first.known.max(by: { $0.shares.concentration < $1.shares.concentration })
    else { return "How concentrated power is among the major powers is not known" }
    let measure = first.measure.title
    let since = spell.isBeginningKnown ? "since \(spell.years.lowerBound)" : "in \(now.year)"
    let level = Numeral.fixed(now.shares.concentration, places: 2)
    let most = Numeral.fixed(peak.shares.concentration, places: 2)
    let tail =
      peak.year == now.year
      ? "and never was power more concentrated (\(level))"
      : "power was most concentrated in \(peak.year) (\(most)) and stands at \(level) in \(now.year)"
    return "On \(measure) the order among the major powers is \(spell.order.rawValue) \(since); "
      + tail
  }

  private var description: String {
    let parts = records.map { record in
      let spells = record.spells(by: rule).map { spell in
        "\(spell.order.rawValue) \(spell.years.lowerBound) to \(spell.years.upperBound)"
      }
      return "\(record.measure.heading): \(spells.joined(separator: ", "))."
    }
    return "Lines of concentration and bands of the order, a line and a row a measure. "
      + parts.joined(separator: " ")
  }
}
