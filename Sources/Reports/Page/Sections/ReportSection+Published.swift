import Forecasting

extension ReportSection {
  /// What others have forecast, and what came.
  static let published = ReportSection(
    name: "published", template: PackageResources.published_mustache
  ) { findings in
    guard !findings.ledger.isEmpty else { return nil }
    let table = Table(
      "report published", columns: ["What has become of it", "Forecasts"],
      rows: LedgerStatus.allCases.compactMap { status in
        let count = findings.ledger.count { $0.status == status }
        return count == 0 ? nil : [.text(status.rawValue), .count(count)]
      })
    return SectionContent(["count": findings.ledger.count], tables: ["statuses": table])
  }
}
