import Forecasting

extension ReportSection {
  /// What moved the gap, what decides, and what scenarios make of it.
  static let drivers = ReportSection(
    name: "drivers", template: PackageResources.drivers_mustache
  ) { findings in
    let drivers = findings.drivers
    let alternatives = ScenarioChart(findings)?.alternatives ?? []
    guard !drivers.decompositions.isEmpty || drivers.tornado != nil || !alternatives.isEmpty else {
      return nil
    }
    let table = Table(
      "report drivers", columns: ["Scenario", "It supposes", "After"],
      rows: alternatives.map { alternative in
        let scenario = alternative.scenario
        return [
          .text(scenario.name), .text(scenario.sentence.typeset), .text(scenario.source.typeset),
        ]
      })
    return SectionContent(tables: alternatives.isEmpty ? [:] : ["suppositions": table])
  }
}

extension String {
  /// With the apostrophe of printed words instead of that of keyboards.
  fileprivate var typeset: String { String(map { $0 == "'" ? "’" : $0 }) }
}
