public import Charts
public import Forecasting

/// Small multiples of challenger over incumbent: a panel a measure, its history and its fan.
public struct RatioFans: Sendable {
  private let forecasts: [CrossingForecast]
  private let context: ChartContext

  /// - Precondition: At least one forecast, all of one contest.
  public init(_ forecasts: [CrossingForecast], context: ChartContext) {
    precondition(!forecasts.isEmpty, "ratio fans need a forecast")
    self.forecasts = forecasts
    self.context = context
  }

  public var chart: Chart {
    Chart(
      title: ForecastHeadlines(forecasts, words: context.words).standing(by: context.lastYear),
      subtitle: "\(context.words.challenger.capitalizedFirst) as a multiple of "
        + "\(context.words.incumbent), logarithmic scales",
      description: description, footer: context.footer(), legend: legend,
      facets: Facets(forecasts.map(plot)))
  }

  private var description: String {
    let count = forecasts.count == 1 ? "One panel" : "\(forecasts.count) panels, one a measure"
    let sentences = forecasts.map { context.words.sentence(for: $0) }
    return "\(count): the ratio's history as a line, its forecast as a fan. "
      + sentences.joined(separator: " ")
  }

  private var legend: [Legend.Entry] {
    [.init(.line(.ink), "history")]
      + Legend.Entry.fan(forecasts[0].fan) { "\(Numeral.percent($0)) of futures" }
      + [.init(.area(.muted, opacity: 0.16), "parity, 0.8 to 1.2")]
  }

  private func plot(of forecast: CrossingForecast) -> Plot {
    Plot(
      title: forecast.measure.heading, subtitle: caption(of: forecast),
      x: .years(), y: .log(),
      marks: [
        Band(.y(0.8...1.2)), Rule(.y(1)), forecast.fan,
        Line(forecast.pastPoints, hue: .ink, stroke: Stroke(width: 1.5)),
      ])
  }

  private func caption(of forecast: CrossingForecast) -> String {
    let last = context.lastYear
    if let crossed = forecast.crossedIn {
      let reversal = Percent(forecast.reversal.probability(by: last)).unbroken
      return "ahead since \(crossed); behind again by \(last): \(reversal)"
    }
    let years = context.headlineYear < last ? [context.headlineYear, last] : [last]
    let chances = years.map { year in
      "by \(year): \(Percent(forecast.crossing.probability(by: year)).unbroken)"
    }
    return "passed " + chances.joined(separator: ", ")
  }
}

extension CrossingForecast {
  /// The quantiles of the ratio, open from the last one known.
  var fan: Fan {
    Fan(
      years: quantiles.years,
      quantiles: zip(RatioQuantiles.levels, quantiles.values).map { .init($0, $1) },
      origin: Point(x: Double(origin), y: ratio))
  }

  /// The ratio of every year from the first known; not a number where it is not known.
  var pastPoints: [Point] {
    let known = Dictionary(uniqueKeysWithValues: history.map { ($0.year, $0.ratio) })
    let first = history.first?.year ?? origin
    return (first...max(first, origin)).map { Point(x: Double($0), y: known[$0] ?? .nan) }
  }
}
