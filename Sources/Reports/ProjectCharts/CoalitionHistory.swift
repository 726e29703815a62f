import Balancing
import Charts
import Forecasting
import Panels

/// What the challenger and the incumbent are with those who stand beside them, over time.
struct CoalitionHistory: ProjectFigure {
  /// One line of a panel.
  private struct Ratio: Sendable {
    let label: String
    let points: [(year: Int, ratio: Double)]
  }

  /// One panel.
  private struct Panel: Sendable {
    let measure: Measure
    let ratios: [Ratio]
  }

  private let panels: [Panel]
  private let context: ChartContext

  /// Nothing where neither side is in a group, or none of the groups is measured.
  init?(_ findings: Findings) {
    context = findings.context
    let data = context.names
    let pairs = Self.pairs(context)
    guard pairs.count > 1 else { return nil }
    panels = [Measure.outputPPP, .spendingPPP].filter { $0.missing(from: data).isEmpty }
      .compactMap { measure in
        let record = MeasureRecord(measure.resolved(in: data), data: data)
        let ratios = pairs.map { pair in
          Ratio(label: pair.label, points: Self.points(pair.above, pair.below, in: record))
        }.filter { Self.isTold($0, at: findings.context.simulation.origin) }
        return ratios.isEmpty ? nil : Panel(measure: measure, ratios: ratios)
      }
    if panels.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "One side as a multiple of the other, logarithmic scale",
      description: description,
      footer: context.sourcesFooter([
        "Groups with today’s members in every year; only years in which every member is known. A "
          + "sum of members is not an alliance: it assumes that each counts in full."
      ]),
      facets: Facets(panels.map(plot), sharing: .both, height: 280, leastColumn: 420))
  }

  var table: Table {
    Table(
      "report coalitions", columns: ["measure", "sides", "year", "ratio"],
      rows: panels.flatMap { panel in
        panel.ratios.flatMap { ratio in
          ratio.points.map {
            [.text(panel.measure.name), .text(ratio.label), .year($0.year), .ratio($0.ratio)]
          }
        }
      })
  }
}

extension CoalitionHistory {
  private typealias Pair = (label: String, above: [Power], below: [Power])

  /// The contest itself, each side with the two largest groups that the other is not in, and the
  /// largest of both.
  private static func pairs(_ context: ChartContext) -> [Pair] {
    let (challenger, incumbent) = (
      context.words.contest.challenger, context.words.contest.incumbent
    )
    let year = context.simulation.origin
    let names = (
      context.words.challenger.withoutArticle, context.words.incumbent.withoutArticle
    )
    let rising = context.groups(of: challenger, without: incumbent).prefix(2)
    let leading = context.groups(of: incumbent, without: challenger).prefix(2)
    let alone = [(names.0 + " / " + names.1, challenger.members, incumbent.members)]
    let joined = rising.map { ("\($0.name) / \(names.1)", $0.members(in: year), incumbent.members) }
    let faced = leading.map {
      ("\(names.0) / \($0.name)", challenger.members, $0.members(in: year))
    }
    let both = zip(rising, leading).prefix(1).map {
      ("\($0.name) / \($1.name)", $0.members(in: year), $1.members(in: year))
    }
    return alone + joined + faced + both
  }

  private static func points(
    _ above: [Power], _ below: [Power], in record: MeasureRecord
  ) -> [(year: Int, ratio: Double)] {
    record.years.compactMap { year in
      func side(_ members: [Power]) -> [(power: Power, level: Double)]? {
        let known = members.compactMap { power in record[power, year].map { (power, $0) } }
        return known.count == members.count ? known : nil
      }
      guard let top = side(above), let bottom = side(below) else { return nil }
      return (year, CoalitionRatio(top, over: bottom).ratio)
    }
  }

  /// Whether enough is known of it, and of late.
  private static func isTold(_ ratio: Ratio, at origin: Int) -> Bool {
    ratio.points.count > 9 && (ratio.points.last?.year ?? 0) >= origin - 5
  }

  private func plot(of panel: Panel) -> Plot {
    let lines = panel.ratios.enumerated().map { index, ratio in
      Line(
        points(of: ratio), hue: .category(index), stroke: Stroke(width: 1.75), label: ratio.label)
    }
    return Plot(
      title: panel.measure.heading, x: .years(firstYear...context.simulation.origin), y: .log(),
      marks: [Band(.y(0.8...1.2)), Rule(.y(1))] + lines
        + [DirectLabels(of: lines) { Numeral.fixed($0, places: 2) }])
  }

  /// Where most of the groups' members are not yet known there is little to compare.
  private var firstYear: Int { context.simulation.origin - 75 }

  private func points(of ratio: Ratio) -> [Point] {
    guard let first = ratio.points.first?.year, let last = ratio.points.last?.year else {
      return []
    }
    let values = Dictionary(uniqueKeysWithValues: ratio.points.map { ($0.year, $0.ratio) })
    return (max(first, firstYear)...max(last, firstYear)).map {
      Point(x: Double($0), y: values[$0] ?? .nan)
    }
  }

  /// What the challenger has alone, with its largest group, and against the incumbent's.
  private var headline: String {
    let panel = panels[0]
    let words = context.words
    func now(_ pair: Pair?) -> Double? {
      panel.ratios.first { $0.label == pair?.label }?.points.last?.ratio
    }
    func times(_ ratio: Double) -> String {
      ratio < 1 ? "\(Percent(ratio).unbroken) of" : "\(Numeral.fixed(ratio, places: 2)) times"
    }
    let pairs = Self.pairs(context)
    let contest = words.contest
    let rising = context.groups(of: contest.challenger, without: contest.incumbent).first
    let leading = context.groups(of: contest.incumbent, without: contest.challenger).first
    let alone = now(pairs.first).map { ratio in
      "\(words.challenger.capitalizedFirst.possessive) \(panel.measure.title) is "
        + "\(times(ratio)) \(words.incumbent.possessive)"
    }
    let joined = rising.flatMap { group in
      now(pairs.first { $0.label.hasPrefix("\(group.name) / ") }).map { ratio in
        "that of all of \(group.name) is \(times(ratio)) it"
      }
    }
    let faced = leading.flatMap { group in
      now(pairs.first { $0.label.hasSuffix(" / \(group.name)") }).map { ratio in
        "\(words.challenger.possessive) is \(times(ratio)) that of all of \(group.name)"
      }
    }
    let told = [joined, faced].compactMap(\.self)
    return [
      alone ?? "What groups are together on \(panel.measure.title)",
      told.joined(separator: ", and "),
    ]
    .filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private var description: String {
    let parts = panels.map { panel in
      let now = panel.ratios.compactMap { ratio in
        ratio.points.last.map {
          "\(ratio.label) \(Numeral.fixed($0.ratio, places: 2)) in \($0.year)"
        }
      }
      return "\(panel.measure.heading): \(now.joined(separator: ", "))."
    }
    return "Lines of ratios over time, a panel a measure. " + parts.joined(separator: " ")
  }
}
