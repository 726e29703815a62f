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
    let suppositions = alternatives.map { alternative -> [String: String] in
      let scenario = alternative.scenario
      return [
        "name": ScenarioChart.title(of: scenario), "sentence": scenario.sentence.typeset,
        "source": String(scenario.source.typeset.reversed().drop { $0 == "." }.reversed()),
      ]
    }
    return SectionContent(["suppositions": suppositions])
  }
}

extension String {
  /// With the apostrophe of printed words instead of that of keyboards.
  fileprivate var typeset: String { String(map { $0 == "'" ? "’" : $0 }) }
}
