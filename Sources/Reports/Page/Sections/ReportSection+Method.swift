import Forecasting

extension ReportSection {
  /// How the numbers were made, with formulas.
  static let method = ReportSection(
    name: "method", template: PackageResources.method_mustache
  ) { findings in
    let table = Table(
      "report method", columns: ["Measure", "Name", "Unit"],
      rows: findings.forecasts.map(\.measure).map { measure in
        [.text(measure.heading), .text(measure.name), .text(measure.unit)]
      })
    let isStack = findings.context.simulation.model == StackWeights.name
    return SectionContent(["isStack": isStack], tables: ["formulas": table])
  }
}
