import Charts
import Forecasting

/// Ridges of the year of a crossing, a row a measure, with the mass of never beside them.
///
/// Equal areas are equal probabilities, in the ridges and in the blocks of never alike.
struct CrossingYears: ProjectFigure {
  private let forecasts: [CrossingForecast]
  private let context: ChartContext

  init(_ findings: Findings) {
    // Where the challenger is behind first; there its crossing is what is awaited.
    forecasts =
      findings.forecasts.filter { $0.crossedIn == nil }
      + findings.forecasts.filter { $0.crossedIn != nil }
    context = findings.context
  }

  var chart: Chart {
    let ridges = forecasts.map { Ridge($0.awaited) }
    let scale = scale(of: ridges)
    let first = (ridges.map(\.years.lowerBound).min() ?? context.simulation.origin) - 1
    let never = Ridge.block(after: context.lastYear)
    let baselines = forecasts.indices.map { Self.baseline(of: $0, from: first, to: never) }
    let marks: [any Mark] = zip(forecasts, ridges).enumerated().flatMap { row, pair in
      ridgeline(of: pair.0, pair.1, row: row, scale: scale, never: never)
    }
    return Chart(
      title: headline, subtitle: subtitle, description: description, footer: context.footer(),
      legend: legend, height: Double(forecasts.count) * 76 + 40,
      x: .years(first...never.upperBound + 1, named: first...context.lastYear),
      y: .bands(forecasts.map(\.measure.label)), marks: baselines + marks)
  }

  var table: Table {
    Table(
      "report crossing-years", columns: ["measure", "event", "year", "probability_smoothed"],
      rows: forecasts.flatMap { forecast in
        let ridge = Ridge(forecast.awaited)
        let head: [Table.Cell] = [.text(forecast.measure.name), .text(forecast.awaitedName)]
        return zip(ridge.years, ridge.densities).map { head + [.year($0), .number($1)] }
          + [head + [.text("never by \(context.lastYear)"), .number(ridge.never)]]
      })
  }

  /// Blocks and ridges stay in their rows.
  private func scale(of ridges: [Ridge]) -> Double {
    let scales = ridges.flatMap { [0.92 / $0.peak, 0.8 / $0.blockHeight] }
    return scales.filter(\.isFinite).min() ?? 0
  }

  private static let challengerHue = Hue.blue
  private static let incumbentHue = Hue.vermilion

  private func hue(of forecast: CrossingForecast) -> Hue {
    forecast.crossedIn == nil ? Self.challengerHue : Self.incumbentHue
  }

  private func ridgeline(
    of forecast: CrossingForecast, _ ridge: Ridge, row: Int, scale: Double,
    never: ClosedRange<Int>
  ) -> [any Mark] {
    let base = Double(row) + 0.45
    let hue = hue(of: forecast)
    let slope = zip(ridge.years, ridge.densities).map { year, density in
      Ribbon.Point(x: Double(year), lower: base, upper: base - scale * density)
    }
    let top = base - scale * ridge.never / Double(never.count - 1)
    let block = [never.lowerBound, never.upperBound].map { year in
      Ribbon.Point(x: Double(year), lower: base, upper: top)
    }
    let outline = slope.map { Point(x: $0.x, y: $0.upper) }
    let middle = Double(never.lowerBound + never.upperBound) / 2
    let share = "never \(Numeral.percent(ridge.never))"
    // Where the block is high enough the words stand inside, else upon it.
    let foot = base - top > 0.4 ? base - 0.1 : min(top, base - 0.02)
    return [
      Ribbon(slope, hue: hue, opacity: 0.3), Line(outline, hue: hue, stroke: Stroke(width: 1.5)),
      Ribbon(block, hue: .muted, opacity: 0.35),
      Annotation(share, at: Point(x: middle, y: foot), hue: .muted),
    ]
  }

  private static func baseline(of row: Int, from first: Int, to never: ClosedRange<Int>) -> Line {
    let y = Double(row) + 0.45
    return Line(
      [Point(x: Double(first), y: y), Point(x: Double(never.upperBound + 1), y: y)], hue: .muted,
      stroke: Stroke(width: 0.6))
  }
}

extension CrossingYears {
  /// The year that splits the futures of the first measure, or that there is none.
  private var headline: String {
    let first = forecasts[0]
    let isBehind = first.crossedIn == nil
    let words = context.words
    let (side, name, other) =
      isBehind
      ? (words.contest.challenger, words.challenger, words.incumbent)
      : (words.contest.incumbent, words.incumbent, words.challenger + " again")
    let end = "\(other) on \(first.measure.title)"
    let event = first.awaited
    guard let early = event.year(at: 0.1) else {
      return "\(name.capitalizedFirst) \(side.verb("has", "have")) "
        + "\(event.never == 1 ? "no chance in the futures drawn" : "less than one chance in ten") "
        + "to pass \(end) by \(context.lastYear)"
    }
    let late = event.year(at: 0.9).map { "as late as \($0)" } ?? "not by \(context.lastYear)"
    return "\(name.capitalizedFirst) may pass \(end) as early as \(early), or \(late)"
  }

  private var subtitle: String {
    "Probability of each year being the year of the crossing, smoothed over five years; "
      + "equal areas are equal probabilities, and the grey blocks are those of never by "
      + "\(context.lastYear)"
  }

  private var legend: [Legend.Entry] {
    let words = context.words
    let challenger = words.contest.challenger.verb("passes", "pass")
    let incumbent = words.contest.incumbent.verb("passes", "pass")
    let crossing = "\(words.challenger.capitalizedFirst) \(challenger) \(words.incumbent)"
    let reversal = "\(words.incumbent.capitalizedFirst) \(incumbent) \(words.challenger) again"
    return [
      (forecasts.contains { $0.crossedIn == nil }, Self.challengerHue, crossing),
      (forecasts.contains { $0.crossedIn != nil }, Self.incumbentHue, reversal),
    ].filter(\.0).map { .init(.area($0.1, opacity: 0.3), $0.2) }
      + [.init(.area(.muted, opacity: 0.35), "never by \(context.lastYear)")]
  }

  private var description: String {
    "A row a measure: how probable each year to \(context.lastYear) is, and never. "
      + forecasts.map { context.sentence(for: $0) }.joined(separator: " ")
  }
}

extension CrossingForecast {
  /// What is still to come: a crossing where the challenger is behind, else a reversal.
  var awaited: EventForecast { crossedIn == nil ? crossing : reversal }
  var awaitedName: String { crossedIn == nil ? "crossing" : "reversal" }
}
