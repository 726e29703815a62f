import Forecasting

extension ReportSection {
  /// Every measure in a row: where it stands, and with what probability it changes hands.
  static let measures = ReportSection(
    name: "measures", template: PackageResources.measures_mustache
  ) { findings in
    let tables = MeasureTables(findings)
    let words = findings.context.words
    return SectionContent(
      [
        "captionBehind": words.captionBehind, "captionAhead": words.captionAhead,
        "hasBehind": !tables.behind.rows.isEmpty, "hasAhead": !tables.ahead.rows.isEmpty,
      ],
      tables: ["behind": tables.behind, "ahead": tables.ahead])
  }
}

/// The table of the measures on which the challenger is behind, and of those on which it leads.
struct MeasureTables {
  private let findings: Findings

  init(_ findings: Findings) { self.findings = findings }

  var behind: Table {
    let last = years[years.count - 1]
    return Table(
      "report measures",
      columns: ["Measure", "Ratio", "In"] + years.map { "By \($0)" }
        + [
          "Never by \(last)", "Median year", "Gap alone by \(headlineYear)",
          "Standard error by \(last)",
        ],
      rows: findings.forecasts.filter { $0.crossedIn == nil }.map { forecast in
        let event = forecast.crossing
        let gap = findings.baseRates[forecast.measure.name]?[headlineYear]
        return row(forecast, event) + [
          .probability(event.never), event.median.map { .year($0) } ?? .text("none"),
          gap.map { .probability($0) } ?? .missing, .ratio(event.standardError),
        ]
      })
  }

  var ahead: Table {
    let last = years[years.count - 1]
    return Table(
      "report measures",
      columns: ["Measure", "Ratio", "In"] + years.map { "By \($0)" }
        + ["Ahead since", "Standard error by \(last)"],
      rows: findings.forecasts.compactMap { forecast in
        forecast.crossedIn.map { crossed in
          row(forecast, forecast.reversal)
            + [.year(crossed), .ratio(forecast.reversal.standardError)]
        }
      })
  }

  private var headlineYear: Int { findings.context.headlineYear }

  private var years: [Int] {
    let simulation = findings.context.simulation
    return HeadlineYears(origin: simulation.origin, horizon: simulation.horizon).years
  }

  private func row(_ forecast: CrossingForecast, _ event: EventForecast) -> [Table.Cell] {
    [.text(forecast.measure.heading), .ratio(forecast.ratio), .year(forecast.origin)]
      + years.map { .probability(event.probability(by: $0)) }
  }
}
