import Charts
import Forecasting
import Panels

/// Published forecasts of overtaking on a time line, a row each, with what came.
struct PublishedForecasts: ProjectFigure {
  private let groups: [PublishedGroup]
  private let context: ChartContext

  /// Nothing where no forecast names a year that can be looked at.
  init?(_ findings: Findings) {
    context = findings.context
    groups = PublishedGroup.groups(of: findings.ledger, first: findings.context)
    if groups.isEmpty { return nil }
  }

  var chart: Chart {
    let rows = rows
    let last = max(context.simulation.origin, rows.compactMap(\.score?.lastYear).max() ?? 0)
    let first = rows.compactMap { $0.score?.entry.published.year }.min() ?? last - 1
    let marks = rows.indices.flatMap { self.marks(of: rows[$0], row: $0, until: last) }
    let headings = rows.enumerated().compactMap { index, row in
      row.score == nil ? Headings.Heading(row.heading, row: index) : nil
    }
    let now = Rule(
      .x(Double(context.simulation.origin)), stroke: Stroke(width: 1, dash: .dotted))
    return Chart(
      title: headline,
      subtitle: "From the year of publication to the predicted years; the dotted line is "
        + "\(context.simulation.origin)",
      description: description,
      footer: context.sourcesFooter([
        "A year before or after the one predicted still counts as right; those right so far are not "
          + "counted as due. Forecasts without a year, or of quantities not measured here, are left out. Many "
          + "extrapolate the same decade: count episodes, not rows."
      ]),
      legend: legend, height: Double(rows.count) * 17 + 40, x: .years(first...last + 1),
      y: .bands(rows.map(\.label)), marks: [now, Headings(headings)] + marks)
  }

  var table: Table {
    Table(
      "report published-forecasts",
      columns: [
        "id", "publisher", "published", "challenger", "incumbent", "measure", "predicted_low",
        "predicted_high", "not_by", "status", "happened",
      ],
      rows: groups.flatMap(\.scores).map { score in
        let entry = score.entry
        func year(_ year: Int?) -> Table.Cell { year.map { .year($0) } ?? .missing }
        return [
          .text(entry.id), .text(entry.publisher), .text("\(entry.published)"),
          .text(entry.challenger.code), .text(entry.incumbent.code), .text(entry.measure),
          year(entry.prediction.low), year(entry.prediction.high),
          year(entry.prediction.high == nil ? entry.prediction.lastYear : nil),
          .text(score.status.rawValue), year(score.actual),
        ]
      })
  }
}

extension PublishedForecasts {
  /// A forecast, or the name of a group above its forecasts.
  private struct Row {
    let heading: String
    let score: LedgerScore?

    var label: String {
      score.map { "\(PublisherName($0.entry.publisher)) \($0.entry.published.year)" } ?? ""
    }
  }

  private var rows: [Row] {
    groups.flatMap { group in
      [Row(heading: group.title(context), score: nil)]
        + group.scores.map { Row(heading: "", score: $0) }
    }
  }

  /// The line from publication, the predicted years, and the year in which it happened.
  private func marks(of row: Row, row index: Int, until last: Int) -> [any Mark] {
    guard let score = row.score else { return [] }
    let y = Double(index)
    let published = Double(score.entry.published.year)
    let hue = Self.hue(score.status)
    func line(to end: Double, _ stroke: Stroke) -> Line {
      Line([Point(x: published, y: y), Point(x: end, y: y)], hue: hue, stroke: stroke)
    }
    func bar(_ years: ClosedRange<Double>) -> Ribbon {
      let ends = [years.lowerBound, years.upperBound]
      return Ribbon(
        ends.map { .init(x: $0, lower: y + 0.28, upper: y - 0.28) }, hue: hue, opacity: 0.85)
    }
    let thin = Stroke(width: 1)
    let drawn: [any Mark] =
      switch score.entry.prediction {
      case .within(let years):
        [
          line(to: Double(years.lowerBound), thin),
          bar(Double(years.lowerBound) - 0.5...Double(years.upperBound) + 0.5),
        ]
      case .by(let year):
        [line(to: Double(year), Stroke(width: 4)), bar(Double(year) - 0.5...Double(year) + 0.5)]
      case .notBy(let year): [line(to: Double(year), Stroke(width: 1.5, dash: .dashed))]
      case .never: [line(to: Double(last), Stroke(width: 1.5, dash: .dashed))]
      case .undated: []
      }
    let came = score.actual.map { [Dots([Point(x: Double($0), y: y)], hue: .ink, radius: 3.5)] }
    return drawn + [Dots([Point(x: published, y: y)], hue: hue, radius: 2)] + (came ?? [])
  }

  private static func hue(_ status: LedgerStatus) -> Hue {
    switch status {
    case .hit, .correct, .correctSoFar: .green
    case .early, .late: .gold
    case .missed, .failed, .never: .vermilion
    case .open, .overdue, .undated, .notMeasured: .blue
    }
  }

  private var legend: [Legend.Entry] {
    let scores = groups.flatMap(\.scores)
    let kinds: [(Hue, String)] = [
      (.green, "right, or right so far"), (.gold, "came, but earlier or later"),
      (.vermilion, "did not come"), (.blue, "still open, or overdue"),
    ]
    let found = kinds.filter { kind in scores.contains { Self.hue($0.status) == kind.0 } }
    let happened = scores.contains { $0.actual != nil }
    let hasDeadline = scores.contains { score in
      if case .by = score.entry.prediction { true } else { false }
    }
    return found.map { .init(.area($0.0, opacity: 0.85), $0.1) }
      + [.init(.line(.muted, .thin), "from publication")]
      + (hasDeadline ? [.init(.line(.muted, Stroke(width: 4)), "by this year")] : [])
      + (happened ? [.init(.dot(.ink), "when it came")] : [])
      + [.init(.line(.muted, Stroke(width: 1.5, dash: .dashed)), "not by this year")]
  }

  /// How many of the forecasts that have come due were right.
  private var headline: String {
    let scores = groups.flatMap(\.scores)
    let due = scores.filter { ![.open, .overdue, .correctSoFar].contains($0.status) }
    guard !due.isEmpty else {
      return "None of \(Cardinal(scores.count)) published forecasts has come due yet"
    }
    let right = due.count { [.hit, .correct].contains($0.status) }
    let missed = due.count { [.missed, .failed, .never].contains($0.status) }
    return "Of \(Cardinal(due.count)) published forecasts that have come due "
      + "\(Cardinal(right)) \(right == 1 ? "was" : "were") right; "
      + "what \(Cardinal(missed)) announced did not come"
  }

  private var description: String {
    let parts = groups.map { group in
      let told = group.scores.map { score in
        "\(score.entry.publisher) \(score.entry.published.year) \(score.status.rawValue)"
      }
      return "\(group.title(context)): \(told.joined(separator: ", "))."
    }
    return "A row a forecast. " + parts.joined(separator: " ")
  }
}

extension LedgerScore {
  /// The last year of which something was said, or in which it happened.
  fileprivate var lastYear: Int? {
    [entry.prediction.lastYear, actual].compactMap(\.self).max()
  }
}
