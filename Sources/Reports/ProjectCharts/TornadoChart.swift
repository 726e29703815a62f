import Charts
import Forecasting
import Panels

/// How far the chance of a crossing moves with each driver of the challenger.
struct TornadoChart: ProjectFigure {
  private let tornado: Tornado
  private let context: ChartContext

  init?(_ findings: Findings) {
    guard let found = findings.drivers.tornado, !found.bars.isEmpty else { return nil }
    tornado = found
    context = findings.context
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Probability that \(context.words.challenger) "
        + "\(context.words.contest.challenger.verb("has", "have")) passed "
        + "\(context.words.incumbent) on \(tornado.measure.title) by \(tornado.target), with one "
        + "driver one standard deviation lower or higher by then",
      description: description,
      footer: context.footer([
        "A driver’s deviation is that of the two sides’ difference over the joint futures; all else, "
          + "and all random numbers, stay as they are."
      ]),
      legend: [
        .init(.dot(.vermilion), "lower than expected"), .init(.dot(.blue), "higher than expected"),
        .init(.line(.ink, .thin), "expected"),
      ],
      height: Double(tornado.bars.count) * 34 + 60, x: .percent(domain: domain),
      y: .bands(tornado.bars.map { GapChange.title(of: $0.driver.name) }),
      marks: [Rule(.x(expected))] + tornado.bars.enumerated().flatMap(marks))
  }

  var table: Table {
    Table(
      "report tornado",
      columns: ["measure", "driver", "deviation", "by", "low", "expected", "high"],
      rows: tornado.bars.map { bar in
        [
          .text(tornado.measure.name), .text(bar.driver.name), .ratio(bar.deviation),
          .year(tornado.target), .probability(low(bar)), .probability(expected),
          .probability(high(bar)),
        ]
      })
  }

  private var expected: Double { tornado.baseline.probability(by: tornado.target) }
  private func low(_ bar: Tornado.Bar) -> Double { bar.low.probability(by: tornado.target) }
  private func high(_ bar: Tornado.Bar) -> Double { bar.high.probability(by: tornado.target) }

  /// Tenths that leave some room on both sides.
  private var domain: ClosedRange<Double> {
    let values = tornado.bars.flatMap { [low($0), high($0)] } + [expected]
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    return max(
      0, ((least - 0.03) * 10).rounded(.down) / 10)...min(
        1, ((most + 0.03) * 10).rounded(.up) / 10)
  }

  private func marks(_ row: Int, _ bar: Tornado.Bar) -> [any Mark] {
    let y = Double(row)
    let ends = [(low(bar), Hue.vermilion), (high(bar), Hue.blue)]
    return ends.flatMap { value, hue -> [any Mark] in
      let end = Point(x: value, y: y)
      return [
        Line([Point(x: expected, y: y), end], hue: hue, stroke: Stroke(width: 6)),
        Annotation(Percent(value).unbroken, at: end),
      ]
    }
  }

  private var headline: String {
    let first = tornado.bars[0]
    let name = GapChange.title(of: first.driver.name)
    let phrase = name.hasPrefix("GDP") ? name : name.prefix(1).lowercased() + name.dropFirst()
    return
      "\(context.words.challenger.possessive.capitalizedFirst) \(phrase) beside "
      + "\(context.words.incumbent.possessive) decides most: one standard "
      + "deviation lower or higher, the chance of passing on \(tornado.measure.title) by "
      + "\(tornado.target) is \(Percent(low(first)).unbroken) or \(Percent(high(first)).unbroken) "
      + "instead of \(Percent(expected).unbroken)"
  }

  private var description: String {
    let bars = tornado.bars.map { bar in
      "\(GapChange.title(of: bar.driver.name)) \(Percent(low(bar))) to \(Percent(high(bar)))"
    }
    return "A bar a driver from its lower to its higher value. Expected: \(Percent(expected)). "
      + bars.joined(separator: ", ") + "."
  }
}
