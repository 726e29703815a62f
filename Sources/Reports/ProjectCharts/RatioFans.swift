import Charts
import Forecasting

/// Small multiples of challenger over incumbent: a panel a measure, its history and its fan.
struct RatioFans: ProjectFigure {
  private let forecasts: [CrossingForecast]
  private let context: ChartContext
  private let pastPairs: [String: [(PastPair, [Point])]]
  private let domain: ClosedRange<Double>

  init(_ findings: Findings) {
    forecasts = findings.forecasts
    context = findings.context
    domain = Self.domain(of: findings.forecasts)
    let data = context.names
    let measures = findings.forecasts.map(\.measure).filter { $0.missing(from: data).isEmpty }
    pastPairs = Dictionary(
      uniqueKeysWithValues: measures.map { measure in
        let record = MeasureRecord(measure.resolved(in: data), data: data)
        let pairs = PastPair.all.filter { !$0.isPart(of: findings.context.words.contest) }
        return (
          measure.name,
          pairs.map { ($0, $0.ratios(in: record)) }.filter { $0.1.count > 1 }
        )
      })
  }

  var chart: Chart {
    Chart(
      title: ForecastHeadlines(forecasts, words: context.words).standing(by: context.lastYear),
      subtitle: "\(context.words.challenger.capitalizedFirst) as a multiple of "
        + "\(context.words.incumbent), logarithmic scales; above each panel the chance of having "
        + "passed, or of having lost the lead",
      description: description, footer: context.footer(), legend: legend,
      facets: Facets(forecasts.map(plot), leastColumn: forecasts.count > 6 ? 190 : 260))
  }

  var table: Table {
    Table(
      "report ratio-fans",
      columns: ["measure", "year", "ratio"] + RatioQuantiles.levels.map { "quantile_\($0)" },
      rows: forecasts.flatMap { forecast in
        let past = forecast.history.map { point -> [Table.Cell] in
          [.text(forecast.measure.name), .year(point.year), .ratio(point.ratio)]
            + RatioQuantiles.levels.map { _ in .missing }
        }
        let future = forecast.quantiles.years.enumerated().map { step, year -> [Table.Cell] in
          [.text(forecast.measure.name), .year(year), .missing]
            + forecast.quantiles.values.map { .ratio($0[step]) }
        }
        return past + future
      })
  }

  private var description: String {
    let count = forecasts.count == 1 ? "One panel" : "\(forecasts.count) panels, one a measure"
    let sentences = forecasts.map { context.sentence(for: $0) }
    return "\(count): the ratio's history as a line, its forecast as a fan. "
      + sentences.joined(separator: " ")
  }

  private var legend: [Legend.Entry] {
    [.init(.line(.ink), "history")]
      + Legend.Entry.fan(forecasts[0].fan) { "\(Numeral.percent($0)) of futures" }
      + [.init(.area(.muted, opacity: 0.16), "parity, 0.8 to 1.2")]
      + (pastPairs.values.contains { !$0.isEmpty }
        ? [.init(.line(.muted, .thin), "pairs of the past")] : [])
  }

  private func plot(of forecast: CrossingForecast) -> Plot {
    Plot(
      title: forecast.measure.heading, subtitle: caption(of: forecast),
      x: .years(firstYear...context.lastYear), y: .log(domain: domain),
      marks: [
        Band(.y(0.8...1.2)), Rule(.y(1)),
      ] + pairs(on: forecast.measure) + [
        forecast.fan, Line(forecast.pastPoints, hue: .ink, stroke: Stroke(width: 1.5)),
      ])
  }

  /// Thin lines of past contests, each named beside its peak or an end where there is room.
  private func pairs(on measure: Measure) -> [any Mark] {
    let found = pastPairs[measure.name] ?? []
    return found.flatMap { pair, points -> [any Mark] in
      let line = Line(points, hue: .muted, stroke: Stroke(width: 1), label: pair.label)
      let seen = points.filter { $0.x > Double(firstYear) && domain.contains($0.y) }
      let others = found.filter { $0.0.label != pair.label }.flatMap(\.1)
      let ends = [seen.max { $0.y < $1.y }, seen.first, seen.last].compactMap(\.self)
        .filter { end in !others.contains { Self.isNear($0, end) } }
      return [line, Annotation(pair.label, ifRoomAt: ends, hue: .muted)]
    }
  }

  /// Whether a name beside one point could be taken for that of a line through the other.
  private static func isNear(_ a: Point, _ b: Point) -> Bool {
    abs(a.x - b.x) < 12 && max(a.y / b.y, b.y / a.y) < 2
  }

  /// What holds all fans and the last forty years, as far as a factor of twenty either way.
  private static func domain(of forecasts: [CrossingForecast]) -> ClosedRange<Double> {
    let values = forecasts.flatMap { forecast in
      forecast.quantiles.values.flatMap(\.self)
        + forecast.history.filter { $0.year > forecast.origin - 40 }.map(\.ratio)
    }.filter { $0.isFinite && $0 > 0 }
    let (low, high) = (values.min() ?? 0.5, values.max() ?? 2)
    return max(0.05, min(low, 0.5))...min(20, max(high, 2))
  }

  /// History is shown for a century and a half.
  private var firstYear: Int { context.simulation.origin - 150 }

  private func caption(of forecast: CrossingForecast) -> String {
    let last = context.lastYear
    if let crossed = forecast.crossedIn {
      let reversal = Numeral.percent(forecast.reversal.probability(by: last))
      return "ahead since \(crossed); lost by\u{A0}\(last): \(reversal)"
    }
    let years = context.headlineYear < last ? [context.headlineYear, last] : [last]
    let chances = years.map { year in
      "\(year):\u{A0}\(Numeral.percent(forecast.crossing.probability(by: year)))"
    }
    return "passed by " + chances.joined(separator: ", ")
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
