import Charts
import Forecasting

/// The chance of a crossing as expected and under each scenario, a group of rows a measure.
struct ScenarioChart: ProjectFigure {
  private let comparison: ScenarioComparison
  /// Those that change something.
  let alternatives: [ScenarioComparison.Alternative]
  private let context: ChartContext
  /// The places of the measures that are shown.
  private let shown: [Int]

  /// Nothing where no scenario changes anything.
  init?(_ findings: Findings) {
    guard let found = findings.drivers.comparison else { return nil }
    comparison = found
    context = findings.context
    let last = findings.context.lastYear
    let all = found.baseline.map(\.measure)
    let shown = DriverFindings.measures(among: all).compactMap { all.firstIndex(of: $0) }
    self.shown = shown
    alternatives = found.alternatives.filter { alternative in
      shown.contains { place in
        alternative.forecasts[place].awaited.probability(by: last)
          != found.baseline[place].awaited.probability(by: last)
      }
    }
    if alternatives.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Probability that \(context.words.challenger) "
        + "\(context.words.contest.challenger.verb("has", "have")) passed "
        + "\(context.words.incumbent) by \(year), or lost the lead: as expected, the line, and "
        + "under each scenario, the dot",
      description: description,
      footer: context.footer([
        "The same random numbers as expected and under each scenario, so that the differences are "
          + "the scenarios’ own. A scenario has no probability: it is an argument, not a forecast."
      ]),
      legend: [
        .init(.line(.ink, .thin), "as expected"), .init(.dot(.blue), "the event is likelier"),
        .init(.dot(.vermilion), "less likely"),
      ] + (hasUnchanged ? [.init(.dot(.muted), "as likely")] : []),
      height: Double(rows.count) * 23 + 40, x: .percent(),
      y: .bands(rows.map(\.label)), marks: [Headings(headings)] + groups.flatMap(marks))
  }

  var table: Table {
    Table(
      "report scenarios",
      columns: ["measure", "event", "scenario", "year", "probability", "expected"],
      rows: alternatives.flatMap { alternative in
        shown.map { place in
          let (changed, before) = (alternative.forecasts[place], comparison.baseline[place])
          return [
            .text(before.measure.name), .text(before.awaitedName),
            .text(alternative.scenario.name), .year(year),
            .probability(changed.awaited.probability(by: year)),
            .probability(before.awaited.probability(by: year)),
          ]
        }
      })
  }

  private var year: Int { context.headlineYear }

  /// A measure, and the row of its heading.
  private struct Group: Sendable {
    let measure: Int
    let heading: Int
  }

  private var groups: [Group] {
    shown.enumerated().map { place, measure in
      Group(measure: measure, heading: place * (alternatives.count + 1))
    }
  }

  /// What each row is called; nothing where a heading stands.
  private var rows: [(label: String, chance: Double)] {
    groups.flatMap { group in
      [("", .nan)]
        + alternatives.map { alternative in
          let chance = chance(alternative, group.measure)
          let name = Self.title(of: alternative.scenario)
          return ("\(name) \(Percent(chance).unbroken)", chance)
        }
    }
  }

  private func chance(_ alternative: ScenarioComparison.Alternative, _ measure: Int) -> Double {
    alternative.forecasts[measure].awaited.probability(by: year)
  }

  /// Whether a scenario leaves a measure as it is.
  private var hasUnchanged: Bool {
    shown.contains { measure in alternatives.contains { chance($0, measure) == expected(measure) } }
  }

  private func expected(_ measure: Int) -> Double {
    comparison.baseline[measure].awaited.probability(by: year)
  }

  private var headings: [Headings.Heading] {
    groups.map { group in
      let before = comparison.baseline[group.measure]
      let event = before.crossedIn == nil ? "passed" : "lead lost"
      return Headings.Heading(
        "\(before.measure.label): \(event), \(Percent(expected(group.measure)).unbroken)",
        row: group.heading)
    }
  }

  /// The line of what is expected across the rows of a measure, and a dot a scenario.
  private func marks(of group: Group) -> [any Mark] {
    let expected = expected(group.measure)
    let rows = rows
    let own = group.heading + 1...group.heading + alternatives.count
    let ends = [Double(own.lowerBound) - 0.4, Double(own.upperBound) + 0.4]
    let dots = own.flatMap { row -> [any Mark] in
      let chance = rows[row].chance
      let end = Point(x: chance, y: Double(row))
      let hue: Hue = chance == expected ? .muted : chance > expected ? .blue : .vermilion
      return [
        Line([Point(x: expected, y: Double(row)), end], hue: hue, stroke: Stroke(width: 1.75)),
        Dots([end], hue: hue, radius: 4, label: rows[row].label),
      ]
    }
    return [Line(ends.map { Point(x: expected, y: $0) }, hue: .ink, stroke: .thin)] + dots
  }

  /// A scenario as people name it.
  static func title(of scenario: Scenario) -> String {
    let words = scenario.name.split(separator: "-").map { word in
      properNouns.first { $0.lowercased() == word } ?? String(word)
    }
    return words.joined(separator: " ").capitalizedFirst
  }

  private static let properNouns = [
    "US", "EU", "UN", "NATO", "BRICS", "SCO", "RCEP", "China", "India", "Japan", "Russia", "Taiwan",
    "Europe", "European", "American", "Chinese", "Indian",
  ]

  /// Which scenarios move the first measure most.
  private var headline: String {
    let first = shown[0]
    let before = comparison.baseline[first]
    let ranked = alternatives.sorted { chance($0, first) < chance($1, first) }
    let words = context.words
    let (name, verb) =
      before.crossedIn == nil
      ? (words.challenger, "passing") : (words.incumbent, "passing again")
    let opening =
      "\(name.capitalizedFirst.possessive) chance of \(verb) on \(before.measure.title) by "
      + "\(year) is \(Percent(expected(first)).unbroken)"
    // What rounds to the same is no other chance.
    var ends = [ranked[0], ranked[ranked.count - 1]].filter {
      Percent(chance($0, first)).description != Percent(expected(first)).description
    }
    if ends.count == 2, chance(ends[0], first) == chance(ends[1], first) { ends.removeLast() }
    let parts = ends.map { alternative in
      "\(Percent(chance(alternative, first)).unbroken) under “\(Self.title(of: alternative.scenario))”"
    }
    return parts.isEmpty ? opening : opening + ", but " + parts.joined(separator: " and ")
  }

  private var description: String {
    let parts = shown.map { index in
      let before = comparison.baseline[index]
      let chances = alternatives.map { alternative in
        "\(Self.title(of: alternative.scenario)) "
          + "\(Percent(chance(alternative, index)))"
      }
      return "\(before.measure.heading), expected "
        + "\(Percent(expected(index))): \(chances.joined(separator: ", "))."
    }
    return "A group of rows a measure, a dot a scenario. " + parts.joined(separator: " ")
  }
}
