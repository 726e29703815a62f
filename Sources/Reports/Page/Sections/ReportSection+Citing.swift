import Forecasting

extension ReportSection {
  /// How to cite the page.
  static let citing = ReportSection(
    name: "citing", template: PackageResources.citing_mustache
  ) { findings in
    let contest = findings.context.words.contest
    return SectionContent([
      "command": "primacy report \(contest.challenger.name) \(contest.incumbent.name)"
    ])
  }
}
