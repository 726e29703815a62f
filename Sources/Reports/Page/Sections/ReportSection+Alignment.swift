import Balancing
import Charts

extension ReportSection {
  /// Whether states balance or bandwagon.
  static let alignment = ReportSection(
    name: "alignment", template: PackageResources.alignment_mustache
  ) { findings in
    guard let chart = findings.balance.alignment else { return nil }
    let last = chart.record.lastYear
    let now = chart.record.observations.filter { $0.year == last }
    func count(_ alignment: Alignment) -> Int { now.count { $0.now[alignment] == true } }
    let years = chart.record.observations.first.map { "\($0.year) to \(last)" } ?? ""
    return SectionContent(
      [
        "now": "In \(last), the last year in which alliances are known, \(count(.bandwagon)) of "
          + "\(now.count) states have a defence pact with the power that threatens them most and "
          + "\(count(.balance)) with a rival of it; some have both.",
        "past": "From \(years): \(chart.headline.loweredFirst).",
      ], tables: ["tests": tests(chart.tests)])
  }

  private static func tests(_ tests: [BandwagonTest]) -> Table {
    Table(
      "report alignment",
      columns: ["Prediction", "Odds ratio", "From", "To", "Verdict at 90 %"],
      rows: tests.map { test in
        let ratio = test.oddsRatio
        let verdict =
          test.agrees.map { $0 ? "as the theory says" : "against the theory" } ?? "not decided"
        return [
          .text(
            test.alignment == .bandwagon
              ? "the very weak neighbour bandwagons" : "the middle power balances"),
          .ratio(ratio.value), .ratio(ratio.low), .ratio(ratio.high), .text(verdict),
        ]
      })
  }
}

extension String {
  fileprivate var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}
