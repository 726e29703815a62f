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
        "How often past forecasts came true, upwards, by the probability that they gave, to "
        + "the right; on the diagonal both are the same",
      description: description,
      footer: context.footer([
        "Bins of a tenth with at least \(Self.fewest) forecasts; larger dots hold more. Forecasts "
          + "overlap in years and powers and are not independent. Final-vintage figures: "
          + "pseudo-out-of-sample."
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

  /// How many of the forecasts in some bins came true, of all measures at the middle horizon.
  private func frequency(_ isIn: (Reliability) -> Bool) -> Double? {
    let bins = curves.filter { $0.horizon == Self.horizon }.flatMap(\.bins).filter(isIn)
    let count = bins.reduce(0) { $0 + $1.count }
    return count == 0 ? nil : Double(bins.reduce(0) { $0 + $1.occurred }) / Double(count)
  }

  private var headline: String {
    let parts = [
      frequency { $0.range.lowerBound >= 0.6 }.map {
        "that said 60 % or more, \(Percent($0)) came true"
      },
      frequency { $0.range.upperBound <= 0.4 }.map { "that said 40 % or less, \(Percent($0))" },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return "Few forecasts of \(Self.horizon) years have resolved" }
    return "Of past forecasts of \(Self.horizon) years " + parts.joined(separator: "; of those ")
  }

  private var description: String {
    let words = curves.map { curve in
      let bins = curve.bins.map { "\(Percent($0.meanProbability)) \(Percent($0.frequency))" }
      return "\(curve.measure.heading), \(curve.horizon) years: \(bins.joined(separator: ", "))."
    }
    return "A panel a measure: what was said and how often it came. " + words.joined(separator: " ")
  }
}
