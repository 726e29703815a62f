extension ReportSection {
  /// The answer in plain words, a sentence a measure.
  static let summary = ReportSection(
    name: "summary", template: PackageResources.summary_mustache
  ) { findings in
    let headlines = ForecastHeadlines(findings.forecasts, words: findings.context.words)
    let record = findings.context.record
    return SectionContent([
      "standing": headlines.standing(by: findings.context.lastYear),
      "chance": headlines.chance(by: findings.context.headlineYear),
      "sentences": findings.forecasts.map { findings.context.sentence(for: $0) },
      "record": record,
    ])
  }
}
