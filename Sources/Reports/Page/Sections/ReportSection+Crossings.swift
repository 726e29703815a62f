extension ReportSection {
  /// The ratio's past and future, the probability by year, and the year of a crossing.
  static let crossings = ReportSection(
    name: "crossings", template: PackageResources.crossings_mustache
  ) { _ in SectionContent() }
}
