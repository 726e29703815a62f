public import Charts
public import Forecasting

/// Cumulative probabilities: of a crossing where the challenger is behind, of a reversal elsewhere.
public struct CrossingProbability: Sendable {
  private let forecasts: [CrossingForecast]
  private let context: ChartContext

  /// - Precondition: At least one forecast, all of one contest.
  public init(_ forecasts: [CrossingForecast], context: ChartContext) {
    precondition(!forecasts.isEmpty, "probabilities of a crossing need a forecast")
    self.forecasts = forecasts
    self.context = context
  }

  public var chart: Chart {
    let plots = [plot(ofLeads: false), plot(ofLeads: true)].compactMap(\.self)
    return Chart(
      title: ForecastHeadlines(forecasts, words: context.words).chance(by: context.headlineYear),
      subtitle: "Probability that it has happened by the end of each year, in per cent of "
        + "futures; at the right by \(context.lastYear)",
      description: description, footer: context.footer(),
      facets: Facets(plots, leastColumn: 420))
  }

  private var description: String {
    "Lines of cumulative probability to \(context.lastYear), one a measure. "
      + forecasts.map { context.words.sentence(for: $0) }.joined(separator: " ")
  }

  private func plot(ofLeads isAhead: Bool) -> Plot? {
    let lines = forecasts.enumerated().filter { ($0.1.crossedIn != nil) == isAhead }
      .map { index, forecast in
        line(isAhead ? forecast.reversal : forecast.crossing, of: forecast, index: index)
      }
    guard !lines.isEmpty else { return nil }
    let dots = Stroke(width: 1, dash: .dotted)
    let even = Rule(.y(0.5), label: "even odds", hue: .muted, stroke: dots)
    let marks: [any Mark] = [even] + lines + [DirectLabels(of: lines, remark: Numeral.percent)]
    return Plot(
      title: isAhead ? context.words.captionAhead : context.words.captionBehind,
      x: .years(), y: .percent(), marks: marks)
  }

  private func line(_ event: EventForecast, of forecast: CrossingForecast, index: Int) -> Line {
    let start = Point(x: Double(event.years.lowerBound - 1), y: 0)
    let points = event.years.map { Point(x: Double($0), y: event.probability(by: $0)) }
    return Line(
      [start] + points, hue: .category(index), stroke: .category(index),
      label: forecast.measure.label)
  }
}
