extension ReportSection {
  /// The leading powers, by themselves and as shares of the world.
  static let world = ReportSection(
    name: "world", template: PackageResources.world_mustache
  ) { findings in
    findings.trajectories.isEmpty ? nil : SectionContent()
  }
}
