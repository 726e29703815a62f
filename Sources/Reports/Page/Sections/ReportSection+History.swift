extension ReportSection {
  /// How the forecast moved from run to run.
  static let history = ReportSection(
    name: "history", template: PackageResources.history_mustache
  ) { findings in
    ForecastHistory(findings).map { _ in SectionContent() }
  }
}
