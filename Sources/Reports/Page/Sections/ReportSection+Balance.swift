import Panels

extension ReportSection {
  /// How power is spread, who stands beside whom, and who bears the burden.
  static let balance = ReportSection(
    name: "balance", template: PackageResources.balance_mustache
  ) { findings in
    findings.context.names.groups.isEmpty ? nil : SectionContent()
  }
}
