import Balancing
import Charts
import Forecasting
import Panels
import RealModule

extension ReportSection {
  /// Who arms beyond growth.
  static let `internal` = ReportSection(
    name: "internal", template: PackageResources.internal_mustache
  ) { findings in
    guard let chart = findings.balance.effort else { return nil }
    let context = findings.context
    let (first, last) = (chart.years.lowerBound, chart.years.upperBound)
    let challenger = context.words.contest.challenger
    let own = chart.changes.first { $0.change.power == challenger.members[0] }
    let standIn = StandIn(challenger, challenger.members[0], names: context.names).words
    let told = own.flatMap { entry in
      entry.change.burden.map { burden in
        "From \(first) to \(last) \(context.phrase(entry.change.power).possessive) effort changed by "
          + "\(Numeral.fixed(entry.effort, places: 2)) in logarithms: its burden went from "
          + "\(percent(burden.first)) to \(percent(burden.last)) of GDP. "
      }
    }
    let top = chart.changes[0]
    let most =
      "Most changed that of \(context.phrase(top.change.power)), by "
      + "\(Numeral.fixed(top.effort, places: 2)), which multiplies the burden by "
      + "\(Numeral.fixed(Double.exp(top.effort), places: 1))."
    var words: [String: any Sendable] = [
      "now": standIn + (told ?? "") + most, "past": chart.persistence, "announced": false,
    ]
    for growth in chart.growth where growth.announced != nil {
      words["announced"] = true
      words["local\(growth.year)"] = signed(growth.local)
      words["dollars\(growth.year)"] = signed(growth.dollars)
      words["constant\(growth.year)"] = signed(growth.constant)
    }
    return SectionContent(words)
  }

  private static func percent(_ share: Double) -> String {
    "\(Numeral.fixed(share * 100, places: 1))\u{A0}%"
  }

  private static func signed(_ growth: Double?) -> String {
    growth.map { ($0 < 0 ? "" : "+") + percent($0) } ?? "no figure"
  }
}
