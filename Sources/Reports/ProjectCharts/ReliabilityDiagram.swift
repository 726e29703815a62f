import Charts
import Forecasting

/// How often past forecasts came true, by what they said: a panel a measure, a line a horizon.
struct ReliabilityDiagram: ProjectFigure {
  /// The bins of one measure at one horizon, in order of probability.
  private struct Curve: Sendable {
    let measure: Measure
    let horizon: Int
    let bins: [Reliability]
  }

  private let curves: [Curve]
  private let context: ChartContext

  /// Takes what had resolved by the origin; nothing without bins of the model in use.
  init?(_ findings: Findings) {
    context = findings.context
    guard let record = findings.record else { return nil }
    let simulation = findings.context.simulation
    curves = findings.forecasts.map(\.measure).flatMap { measure in
      ForecastRecord.skillHorizons.compactMap { horizon in
        let bins = record.reliability(
          of: simulation.model, on: measure.name, horizon: horizon, by: simulation.origin
        ).filter { $0.count >= Self.fewest }
        return bins.count < 2 ? nil : Curve(measure: measure, horizon: horizon, bins: bins)
      }
    }
    if curves.isEmpty { return nil }
  }

  /// Fewer forecasts than these say nothing of how often they come true.
  private static let fewest = 20
  private static let horizon = 20

  var chart: Chart {
    Chart(
      title: headline,
      subtitle:
        "How often the challenger did pass, upwards, by the probability that past forecasts gave "
        + "it, to the right; on the diagonal both are the same",
      description: description,
      footer: context.sourcesFooter([
        "A dot for every tenth of probability with at least \(Self.fewest) forecasts; larger dots "
          + "hold more. Forecasts overlap in years and powers and are not independent. Made with "
          + "today’s edition of the figures of their time: pseudo-out-of-sample."
      ]),
      legend: ForecastRecord.skillHorizons.enumerated().map { index, horizon in
        .init(.line(.category(index)), "\(horizon) years ahead")
      } + [.init(.line(.muted, .dashed), "as often as said")],
      facets: Facets(measures.map(plot), sharing: .both, height: 200, leastColumn: 190))
  }

  var table: Table {
    Table(
      "report reliability",
      columns: [
        "measure", "horizon", "low", "high", "forecasts", "mean_probability", "frequency",
      ],
      rows: curves.flatMap { curve in
        curve.bins.map { bin in
          [
            .text(curve.measure.name), .count(curve.horizon), .ratio(bin.range.lowerBound),
            .ratio(bin.range.upperBound), .count(bin.count), .ratio(bin.meanProbability),
            .ratio(bin.frequency),
          ]
        }
      })
  }

  private var measures: [Measure] {
    curves.map(\.measure).reduce(into: []) { all, measure in
      if !all.contains(measure) { all.append(measure) }
    }
  }

  private func plot(of measure: Measure) -> Plot {
    let own = curves.filter { $0.measure == measure }
    let most = own.flatMap(\.bins).map(\.count).max() ?? 1
    let marks = own.flatMap { curve -> [any Mark] in
      let hue = Hue.category(ForecastRecord.skillHorizons.firstIndex(of: curve.horizon) ?? 0)
      let points = curve.bins.map { Point(x: $0.meanProbability, y: $0.frequency) }
      let dots = zip(curve.bins, points).map { bin, point in
        Dots(
          [point], hue: hue,
          radius: 2 + 4 * (Double(bin.count) / Double(most)).squareRoot())
      }
      return [Line(points, hue: hue, stroke: Stroke(width: 1.5))] + dots
    }
    let diagonal = Line(
      [Point(x: 0, y: 0), Point(x: 1, y: 1)], hue: .muted, stroke: Stroke(width: 1, dash: .dashed))
    return Plot(
      title: measure.heading,
      subtitle: "\(Numeral.grouped(own.flatMap(\.bins).reduce(0) { $0 + $1.count })) forecasts",
      x: .percent(), y: .percent(), marks: [diagonal] + marks)
  }

  /// What the forecasts in some bins said on average and how many of them came true, of all
  /// measures at the middle horizon.
  private func outcome(_ isIn: (Reliability) -> Bool) -> (said: Percent, came: Percent)? {
    let bins = curves.filter { $0.horizon == Self.horizon }.flatMap(\.bins).filter(isIn)
    let count = Double(bins.reduce(0) { $0 + $1.count })
    guard count > 0 else { return nil }
    let said = bins.reduce(0) { $0 + Double($1.count) * $1.meanProbability }
    let came = Double(bins.reduce(0) { $0 + $1.occurred })
    return (Percent(said / count), Percent(came / count))
  }

  private var headline: String {
    let parts = [
      outcome { $0.range.lowerBound >= 0.6 }.map {
        "60\u{A0}% or more (\($0.said.unbroken) on average) \($0.came.unbroken) came true"
      },
      outcome { $0.range.upperBound <= 0.4 }.map {
        "40\u{A0}% or less (\($0.said.unbroken)) \($0.came.unbroken)"
      },
    ].compactMap(\.self)
    guard !parts.isEmpty else {
      return "Few forecasts \(Self.horizon) years ahead have resolved"
    }
    return "Of forecasts \(Self.horizon) years ahead that said "
      + parts.joined(separator: "; of those that said ")
  }

  private var description: String {
    let words = curves.map { curve in
      let bins = curve.bins.map { "\(Percent($0.meanProbability)) \(Percent($0.frequency))" }
      return "\(curve.measure.heading), \(curve.horizon) years: \(bins.joined(separator: ", "))."
    }
    return "A panel a measure: what was said and how often it came. " + words.joined(separator: " ")
  }
}
