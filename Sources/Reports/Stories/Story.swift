public import Charts
public import Forecasting
import Panels

/// A great test told: what Primacy said as of its origin, and what came.
public struct Story: Sendable {
  public let test: GreatTest
  /// A course a measure, the one that the headline tells of first.
  public let courses: [StoryCourse]
  let context: ChartContext

  /// - Precondition: At least one course, all of the test's contest.
  public init(_ test: GreatTest, _ courses: [StoryCourse], context: ChartContext) {
    precondition(!courses.isEmpty, "a story needs a measure")
    self.test = test
    self.courses = courses
    self.context = context
  }

  /// The measures on which stories are told, where they can be.
  public static let measures: [Measure] = [
    .outputPPP, .capability, .outputMER, .spendingMER, .spendingPPP,
  ]

  /// The name of the chart's file.
  public var file: String { "story-\(test.name).svg" }

  /// What was said and what came on the first measure, as a headline without a full stop.
  public var headline: String {
    let first = courses[0]
    let words = context.words
    let year = min(test.origin + 30, context.lastYear)
    let chance = Percent(first.awaited.probability(by: year)).unbroken
    let (side, name, other) =
      first.isAhead
      ? (words.contest.incumbent, words.incumbent, words.challenger + " again")
      : (words.contest.challenger, words.challenger, words.incumbent)
    let outcome = side.verb("it", "they") + " " + first.outcome(by: year)
    return "As of \(test.origin), the chance that \(name) would pass \(other) "
      + "by \(year) on \(first.forecast.measure.title) was \(chance); \(outcome)"
  }

  /// The fans as of the origin with what came drawn over them.
  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "\(context.words.challenger.capitalizedFirst) as a multiple of "
        + "\(context.words.incumbent), logarithmic scales",
      description: "A panel a measure: the ratio’s history to \(test.origin) as a line, its "
        + "forecast as a fan, and what came as a second line. \(headline).",
      footer: context.footer([
        "Made with today’s edition of the figures up to \(test.origin): pseudo-out-of-sample."
      ]),
      legend: legend, facets: Facets(courses.map(plot), sharing: .x))
  }

  private static let came = Hue.vermilion

  private var legend: [Legend.Entry] {
    [.init(.line(.ink), "history")]
      + Legend.Entry.fan(courses[0].forecast.fan) { "\(Numeral.percent($0)) of futures" }
      + [
        .init(.line(Self.came), "what came"),
        .init(.area(.muted, opacity: 0.16), "parity, 0.8 to 1.2"),
      ]
  }

  private func plot(of course: StoryCourse) -> Plot {
    let forecast = course.forecast
    let first = max(forecast.history.first?.year ?? test.origin, test.origin - 60)
    let past = forecast.pastPoints.filter { $0.x >= Double(first) }
    return Plot(
      title: forecast.measure.heading, subtitle: caption(of: course),
      x: .years(first...context.lastYear), y: .log(),
      marks: [
        Band(.y(0.8...1.2)), Rule(.y(1)), forecast.fan,
        Line(past, hue: .ink, stroke: Stroke(width: 1.5)), line(of: course),
      ])
  }

  /// What came, from the last point known at the origin on.
  private func line(of course: StoryCourse) -> Line {
    let forecast = course.forecast
    let known = Dictionary(uniqueKeysWithValues: course.came.map { ($0.year, $0.ratio) })
    let last = course.came.last?.year ?? forecast.origin
    let points = (forecast.origin...last).map { year in
      Point(x: Double(year), y: year == forecast.origin ? forecast.ratio : known[year] ?? .nan)
    }
    return Line(points, hue: Self.came, stroke: Stroke(width: 1.75))
  }

  private func caption(of course: StoryCourse) -> String {
    let event = course.isAhead ? "behind again" : "passed"
    let chances = [10, 30].filter { test.origin + $0 <= context.lastYear }.map { years in
      "by\u{A0}\(test.origin + years): "
        + Percent(course.probability(within: years)).unbroken
    }
    let known = course.came.last.map { "not by \($0.year)" } ?? "not known"
    let outcome = course.happened.map { "came in \($0)" } ?? known
    return "\(event) \(chances.joined(separator: ", ")); \(outcome)"
  }
}
