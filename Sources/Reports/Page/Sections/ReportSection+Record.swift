import Forecasting

extension ReportSection {
  /// How good such forecasts have been.
  static let record = ReportSection(
    name: "record", template: PackageResources.record_mustache
  ) { findings in
    let table = skills(findings)
    return SectionContent(["hasSkills": !table.rows.isEmpty], tables: ["skills": table])
  }

  /// The skill of the model in use, a row a measure; none where the futures have several models.
  private static func skills(_ findings: Findings) -> Table {
    let simulation = findings.context.simulation
    let horizons = ForecastRecord.skillHorizons
    return Table(
      "report record", columns: ["Measure"] + horizons.map { "\($0) years" },
      rows: findings.forecasts.map(\.measure).compactMap { measure in
        let skills = horizons.map { horizon in
          findings.record?.skill(
            of: simulation.model, on: measure.name, horizon: horizon, by: simulation.origin)
        }
        guard skills.contains(where: { $0 != nil }) else { return nil }
        return [.text(measure.heading)] + skills.map { $0.map { .ratio($0) } ?? .missing }
      })
  }
}
