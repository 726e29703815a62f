import Balancing
import Charts
import Forecasting
import Panels

extension ReportSection {
  /// Who bears the incumbent's alliance.
  static let burden = ReportSection(
    name: "burden", template: PackageResources.burden_mustache
  ) { findings in
    let names = findings.context.names
    guard let sharing = findings.balance.burden else {
      let isMeasured =
        names[.burden] != nil
        && DefenceAlliance.allCases.contains { names.groups[$0.rawValue] != nil }
      return isMeasured ? SectionContent(leftOut: withoutAlliance(findings.context.words)) : nil
    }
    return BurdenChart(sharing, names: names).map { _ in SectionContent(words(sharing)) }
  }

  private static func withoutAlliance(_ words: ForecastWords) -> String {
    "Left out: \(words.incumbent) \(words.contest.incumbent.verb("is", "are")) in no defence "
      + "alliance on record, and only those who must defend one another can ride free on what the "
      + "others spend."
  }

  private static func words(_ sharing: BurdenSharing) -> [String: String] {
    let known = sharing.years.compactMap { year in
      // Why a year has no answer is told by the command.
      (try? year.members.get())?.rankCorrelation.map { (year: year, ranks: $0) }
    }
    func interval(_ ranks: SpearmanCorrelation) -> String {
      "\(Numeral.fixed(ranks.low, places: 2)) to \(Numeral.fixed(ranks.high, places: 2))"
    }
    guard let last = known.last, let peak = known.max(by: { $0.ranks.value < $1.ranks.value })
    else {
      return [
        "now": "In no year have four members of \(sharing.alliance.name) both figures.",
        "past": "Nothing can be said.",
      ]
    }
    let (count, all) = (last.ranks.count, last.year.belonging)
    let members =
      count == all
      ? "all \(all) members of \(sharing.alliance.name)"
      : "the \(count) of \(all) members of \(sharing.alliance.name) with figures"
    let above = known.filter { $0.ranks.low > 0 }
    let latest = above.last.map { ", last in \($0.year.year)" } ?? ""
    return [
      "now": "In \(last.year.year) the correlation over \(members) is "
        + "\(Numeral.fixed(last.ranks.value, places: 2)), with a 90 % interval from "
        + "\(interval(last.ranks)).",
      "past": "The interval lay above zero in \(above.count) of \(known.count) years\(latest); "
        + "the correlation was highest in \(peak.year.year), at "
        + "\(Numeral.fixed(peak.ranks.value, places: 2)) (\(interval(peak.ranks))).",
    ]
  }
}
