import Balancing
import Charts
import Forecasting
import RealModule

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
    let opening =
      "By this index, in \(chart.year), \(Cardinal(chart.fearingChallenger)) of the "
      + "\(Cardinal(count)) largest other economies "
      + "\(chart.fearingChallenger == 1 ? "has" : "have") more to fear from \(words.challenger) than "
      + "from \(words.incumbent): "
    func told(_ comparison: ThreatComparison) -> String {
      let isAbove = comparison.ratio >= 1
      let (one, other) =
        isAbove ? (words.challenger, words.incumbent) : (words.incumbent, words.challenger)
      let times = Roughly(isAbove ? comparison.ratio : 1 / comparison.ratio)
      return "for \(findings.context.phrase(comparison.state)) the threat from \(one) is \(times) "
        + "times that from \(other)"
    }
    let contest = words.contest
    let isPair = contest.challenger.members.count == 1 && contest.incumbent.members.count == 1
    let now =
      opening + told(farthest) + ", " + told(nearest) + "."
      + (isPair ? "" : " A side of several threatens as its most threatening member does.")
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

/// A ratio without more digits than it has meaning: two, and one decimal below ten.
private struct Roughly: CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  var description: String {
    guard value >= 10 else { return Numeral.fixed(value, places: 1) }
    let unit = Double.pow(10, Double.log10(value).rounded(.down) - 1)
    return "some \(Numeral.fixed((value / unit).rounded() * unit, places: 0))"
  }
}
