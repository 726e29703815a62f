import Charts
import Forecasting

/// The chance of a crossing as expected and under each scenario, a panel a measure.
struct ScenarioChart: ProjectFigure {
  private let comparison: ScenarioComparison
  /// Those that change something.
  let alternatives: [ScenarioComparison.Alternative]
  private let context: ChartContext

  /// Nothing where no scenario changes anything.
  init?(_ findings: Findings) {
    guard let found = findings.drivers.comparison else { return nil }
    comparison = found
    context = findings.context
    let last = findings.context.lastYear
    alternatives = found.alternatives.filter { alternative in
      zip(alternative.forecasts, found.baseline).contains { changed, before in
        changed.awaited.probability(by: last) != before.awaited.probability(by: last)
      }
    }
    if alternatives.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Probability by \(year) as expected, the line, and under each scenario, the dot",
      description: description,
      footer: context.footer([
        "The same random numbers as expected and under each scenario, so that the differences are "
          + "the scenarios’ own. A scenario has no probability: it is an argument, not a forecast."
      ]),
      legend: [
        .init(.line(.ink, .thin), "as expected"), .init(.dot(.blue), "likelier"),
        .init(.dot(.vermilion), "less likely"),
      ],
      facets: Facets(
        comparison.baseline.indices.map(plot), sharing: .both,
        height: Double(alternatives.count) * 24 + 42, leastColumn: 290))
  }

  var table: Table {
    Table(
      "report scenarios",
      columns: ["measure", "event", "scenario", "year", "probability", "expected"],
      rows: alternatives.flatMap { alternative in
        zip(alternative.forecasts, comparison.baseline).map { changed, before in
          [
            .text(before.measure.name), .text(before.awaitedName),
            .text(alternative.scenario.name), .year(year),
            .probability(changed.awaited.probability(by: year)),
            .probability(before.awaited.probability(by: year)),
          ]
        }
      })
  }

  private var year: Int { context.headlineYear }

  private func plot(_ index: Int) -> Plot {
    let before = comparison.baseline[index]
    let expected = before.awaited.probability(by: year)
    let marks = alternatives.enumerated().flatMap { row, alternative -> [any Mark] in
      let chance = alternative.forecasts[index].awaited.probability(by: year)
      let end = Point(x: chance, y: Double(row))
      let hue: Hue = chance == expected ? .muted : chance > expected ? .blue : .vermilion
      return [
        Line([Point(x: expected, y: Double(row)), end], hue: hue, stroke: Stroke(width: 1.75)),
        Dots([end], hue: hue, radius: 4),
      ]
    }
    let words = context.words
    let event =
      before.crossedIn == nil
      ? "\(words.challenger) passes" : "\(words.incumbent) passes again"
    return Plot(
      title: before.measure.heading,
      subtitle: "\(event.capitalizedFirst); expected \(Percent(expected).unbroken)",
      x: .percent(), y: .bands(alternatives.map { Self.title(of: $0.scenario) }),
      marks: [Rule(.x(expected))] + marks)
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

  /// Which scenario moves the first measure most.
  private var headline: String {
    let before = comparison.baseline[0]
    let expected = before.awaited.probability(by: year)
    func chance(_ alternative: ScenarioComparison.Alternative) -> Double {
      alternative.forecasts[0].awaited.probability(by: year)
    }
    let ranked = alternatives.sorted { chance($0) < chance($1) }
    let (low, high) = (ranked[0], ranked[ranked.count - 1])
    let opening =
      "By \(year) the chance on \(before.measure.title) is \(Percent(expected).unbroken) as expected"
    let parts = [low, high].filter { chance($0) != expected }.map { alternative in
      "\(Percent(chance(alternative)).unbroken) under “\(Self.title(of: alternative.scenario))”"
    }
    let told = parts.count == 2 && low.scenario.name == high.scenario.name ? [parts[0]] : parts
    return told.isEmpty ? opening : opening + ", " + told.joined(separator: " and ")
  }

  private var description: String {
    let parts = comparison.baseline.enumerated().map { index, before in
      let chances = alternatives.map { alternative in
        "\(Self.title(of: alternative.scenario)) "
          + "\(Percent(alternative.forecasts[index].awaited.probability(by: year)))"
      }
      return "\(before.measure.heading), expected "
        + "\(Percent(before.awaited.probability(by: year))): \(chances.joined(separator: ", "))."
    }
    return "A panel a measure, a dot a scenario. " + parts.joined(separator: " ")
  }
}
