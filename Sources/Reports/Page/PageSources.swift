import Datasets
import Panels

/// What a page was made from: figures of powers, and tables of pairs of them.
struct PageSources {
  /// Publishers with their editions, each once: of the forecast, its model and all sections.
  let figures: [String]
  /// The sources of threats, alignments, votes and agreements, where they are told.
  let relations: [Source]

  /// What the model of growth knows besides what it forecasts, and what sections compare.
  private static let beside: [Indicator] = [
    .population, .outputPerHead, .humanCapital, .workingAgePopulation, .burden, .capabilityCOW,
    .militarySpendingCOW,
  ]

  init(_ findings: Findings) {
    let context = findings.context
    let others = Self.beside.compactMap { context.names[$0] }.flatMap(\.sources)
    figures = (context.sources + others).reduce(into: []) { all, source in
      if !all.contains(source) { all.append(source) }
    }
    let balance = findings.balance
    let isThreat = balance.threat != nil || balance.alignment != nil
    let used: [(Source, Bool)] = [
      (.allianceTreaties, balance.alignment != nil),
      (.idealPoints, isThreat || balance.soft != nil),
      (.disputes, isThreat), (.contiguity, isThreat), (.capitals, isThreat),
      (.tradeAgreements, balance.soft != nil),
    ]
    relations = used.filter(\.1).map(\.0)
  }
}
