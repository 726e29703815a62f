import Charts
import Forecasting

/// Cumulative probabilities: of a crossing where the challenger is behind, of a reversal elsewhere.
struct CrossingProbability: ProjectFigure {
  private let forecasts: [CrossingForecast]
  private let context: ChartContext
  private let baseRates: [String: [Int: Double]]

  init(_ findings: Findings) {
    forecasts = findings.forecasts
    context = findings.context
    baseRates = findings.baseRates
  }

  var chart: Chart {
    let plots = [plot(ofLeads: false), plot(ofLeads: true)].compactMap(\.self)
    return Chart(
      title: ForecastHeadlines(forecasts, words: context.words).chance(by: context.headlineYear),
      subtitle: "Probability that it has happened by the end of each year, in per cent of "
        + "futures; at the right by \(context.lastYear)",
      description: description, footer: context.footer(), legend: legend,
      facets: Facets(plots, leastColumn: 420))
  }

  var table: Table {
    Table(
      "report crossing-probability",
      columns: ["measure", "event", "year", "probability", "base_rate"],
      rows: forecasts.flatMap(rows))
  }

  private func rows(of forecast: CrossingForecast) -> [[Table.Cell]] {
    let event = forecast.awaited
    let rates = baseRates[forecast.measure.name] ?? [:]
    let head: [Table.Cell] = [.text(forecast.measure.name), .text(forecast.awaitedName)]
    return event.years.map { year in
      let rate: Table.Cell = rates[year].map { .probability($0) } ?? .missing
      return head + [.year(year), .probability(event.probability(by: year)), rate]
    }
  }

  private var description: String {
    "Lines of cumulative probability to \(context.lastYear), one a measure. "
      + forecasts.map { context.sentence(for: $0) }.joined(separator: " ")
  }

  private func plot(ofLeads isAhead: Bool) -> Plot? {
    let told = forecasts.filter { ($0.crossedIn != nil) == isAhead }
    guard !told.isEmpty else { return nil }
    let lines = told.enumerated().map { line(of: $1, index: $0) }
    let dots = Stroke(width: 1, dash: .dotted)
    let even = Rule(.y(0.5), label: "even odds", hue: .muted, stroke: dots)
    let gaps = isAhead ? [] : told.enumerated().compactMap { baseRate(of: $1, index: $0) }
    let marks: [any Mark] =
      [even] + gaps + lines + [DirectLabels(of: lines, remark: Numeral.percent)]
    return Plot(
      title: isAhead ? context.words.captionAhead : context.words.captionBehind,
      x: .years(), y: .percent(), marks: marks)
  }

  /// What knowing only the gap says, thin and broken in the colour of its measure.
  private func baseRate(of forecast: CrossingForecast, index: Int) -> Line? {
    guard let rates = baseRates[forecast.measure.name], !rates.isEmpty else { return nil }
    let points = rates.sorted { $0.key < $1.key }.map { Point(x: Double($0.key), y: $0.value) }
    return Line(
      points, hue: .category(index), stroke: Stroke(width: 1, dash: .dashed),
      label: "Base rate: \(forecast.measure.label)")
  }

  private var legend: [Legend.Entry] {
    let isKnown = forecasts.contains { forecast in
      forecast.crossedIn == nil && baseRates[forecast.measure.name]?.isEmpty == false
    }
    guard isKnown else { return [] }
    let words = context.words
    let behind = "\(words.challenger) \(words.contest.challenger.verb("is", "are")) behind"
    return [
      .init(.line(.muted, .solid), "forecast"),
      .init(
        .line(.muted, Stroke(width: 1, dash: .dashed)),
        "base rate: what the gap alone says, where \(behind)"),
    ]
  }

  private func line(of forecast: CrossingForecast, index: Int) -> Line {
    let event = forecast.awaited
    let start = Point(x: Double(event.years.lowerBound - 1), y: 0)
    let points = event.years.map { Point(x: Double($0), y: event.probability(by: $0)) }
    return Line(
      // Dashes are the base rates'.
      [start] + points, hue: .category(index),
      stroke: Stroke(width: index < Hue.categories.count ? 1.75 : 1),
      label: forecast.measure.label)
  }
}
