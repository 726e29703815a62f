import Balancing
import Charts
import Forecasting

extension ReportSection {
  /// Whom others have to fear.
  static let threat = ReportSection(
    name: "threat", template: PackageResources.threat_mustache
  ) { findings in
    guard let chart = findings.balance.threat else { return nil }
    let words = findings.context.words
    let count = chart.comparisons.count
    let farthest = chart.comparisons[0]
    let nearest = chart.comparisons[count - 1]
    func times(_ comparison: ThreatComparison) -> String {
      Numeral.fixed(comparison.ratio, places: comparison.ratio < 10 ? 2 : 0)
    }
    let now =
      "In \(chart.year), of the \(Cardinal(count)) largest other economies "
      + "\(Cardinal(chart.fearingChallenger)) \(chart.fearingChallenger == 1 ? "has" : "have") more "
      + "to fear from \(words.challenger) than from "
      + "\(words.incumbent): for \(findings.context.phrase(farthest.state)) the one is "
      + "\(times(farthest)) times the other, for \(findings.context.phrase(nearest.state)) "
      + "\(times(nearest)) times."
    return SectionContent(["now": now, "past": chart.past(findings.balance.alignment)])
  }
}

extension ThreatContestChart {
  /// How many of the same states had more to fear from the challenger before, and what it did.
  fileprivate func past(_ alignment: AlignmentChart?) -> String {
    let counts = earlier.map { "\(Cardinal($0.fearing)) of \(Cardinal($0.count)) in \($0.year)" }
    let opening =
      counts.isEmpty
      ? "" : "By the same rule, and of the same states, it was \(counts.joined(separator: ", ")). "
    guard let odds = alignment?.odds(of: .disputes, .balance) else { return opening }
    let (low, high) = (Numeral.fixed(odds.low, places: 2), Numeral.fixed(odds.high, places: 2))
    return opening
      + "Whether threat moved states is tested on two centuries of pacts in the next section: one "
      + "standard deviation more of disputes with the threatening side multiplied the odds of a "
      + "pact with a rival of it by \(Numeral.fixed(odds.value, places: 2)) (90 %: \(low) to "
      + "\(high))."
  }
}
