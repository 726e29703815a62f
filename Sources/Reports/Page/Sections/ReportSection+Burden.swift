import Balancing
import Charts
import Panels

extension ReportSection {
  /// Who bears the incumbent's alliance.
  static let burden = ReportSection(
    name: "burden", template: PackageResources.burden_mustache
  ) { findings in
    guard let chart = BurdenChart(findings), let last = chart.years.last else { return nil }
    let known = chart.years.compactMap { year in
      year.members.rankCorrelation.map { (year: year.year, ranks: $0) }
    }
    let now = known.last.map { year, ranks in
      "In \(year) the correlation over the \(ranks.count) members of \(chart.alliance.name) is "
        + "\(Numeral.fixed(ranks.value, places: 2)), with a 90 % interval from "
        + "\(Numeral.fixed(ranks.low, places: 2)) to \(Numeral.fixed(ranks.high, places: 2))."
    }
    let above = known.count { $0.ranks.low > 0 }
    let latest = known.last { $0.ranks.low > 0 }?.year
    let peak = known.max { $0.ranks.value < $1.ranks.value }
    let past = peak.map { peak in
      "The interval lay above zero in \(above) of \(known.count) years"
        + (latest.map { ", last in \($0)" } ?? "")
        + "; the correlation was highest in \(peak.year), at "
        + "\(Numeral.fixed(peak.ranks.value, places: 2)) "
        + "(\(Numeral.fixed(peak.ranks.low, places: 2)) to "
        + "\(Numeral.fixed(peak.ranks.high, places: 2)))."
    }
    return SectionContent([
      "now": now ?? "In \(last.year) fewer than four members have both figures.",
      "past": past ?? "No year has four members with both figures.",
    ])
  }
}
