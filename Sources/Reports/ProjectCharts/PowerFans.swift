import Charts
import Forecasting
import Panels

/// Small multiples of the leading powers on one measure: each one's fan among the others' medians.
struct PowerFans: ProjectFigure {
  private let trajectories: Trajectories
  private let context: ChartContext

  init?(_ findings: Findings) {
    guard let first = findings.trajectories(for: .powers).first else { return nil }
    trajectories = first
    context = findings.context
  }

  var chart: Chart {
    let fans = trajectories.powers.map(fan)
    let lines = zip(trajectories.powers, fans).map { power, fan in
      (
        past: thin(pastLine(of: power, hue: .muted, width: 0.75), .solid),
        median: thin(fan.median, .dotted)
      )
    }
    let plots = trajectories.powers.indices.map { index in
      let others = lines.enumerated().filter { $0.0 != index }.flatMap { _, line in
        [line.past, line.median].compactMap(\.self)
      }
      return plot(of: trajectories.powers[index], fans[index], among: others)
    }
    let measure = trajectories.measure
    return Chart(
      title: headline,
      subtitle: "\(measure.heading), \(measure.unit), logarithmic scale",
      description: description, footer: context.footer(), legend: legend(fans.first),
      facets: Facets(plots, sharing: .both, height: 190, leastColumn: 225))
  }

  var table: Table {
    let years = Array(trajectories.pastYears) + Array(trajectories.futureYears)
    let pastCount = trajectories.pastYears.count
    return Table(
      "report powers",
      columns: ["measure", "power", "year", "level"]
        + RatioQuantiles.levels.map { "quantile_\($0)" } + ["ranks_first"],
      rows: trajectories.powers.flatMap { power in
        years.enumerated().filter { $0.1 >= firstYear }.map { place, year in
          let step = place - pastCount
          let head: [Table.Cell] = [
            .text(trajectories.measure.name), .text(power.power.code), .year(year),
            step < 0 ? .number(power.past[place]) : .missing,
          ]
          guard step >= 0 else {
            return head + [Table.Cell](repeating: .missing, count: RatioQuantiles.levels.count + 1)
          }
          return head + power.quantiles.map { .number($0[step]) }
            + [.probability(power.largest[step])]
        }
      })
  }

  /// History is shown for half as long again as the future.
  private var firstYear: Int {
    let wanted = trajectories.futureYears.lowerBound - max(75, context.simulation.horizon * 3 / 2)
    return max(trajectories.pastYears.lowerBound, wanted)
  }

  private func plot(of power: Trajectory, _ fan: Fan, among others: [Line]) -> Plot {
    let first = Numeral.percent(power.largest.last ?? 0)
    let marks: [any Mark] = others + [fan, pastLine(of: power, hue: .ink, width: 1.5)]
    return Plot(
      title: context.names.name(of: power.power),
      subtitle: "ranks first in \(context.lastYear): \(first)",
      x: .years(firstYear...trajectories.futureYears.upperBound),
      y: .log(format: .number(before: trajectories.measure.unit.hasSuffix("$") ? "$" : "")),
      marks: marks)
  }

  private func fan(of power: Trajectory) -> Fan {
    Fan(
      years: trajectories.futureYears,
      quantiles: zip(RatioQuantiles.levels, power.quantiles).map { .init($0, $1) },
      origin: power.past.last.map {
        Point(x: Double(trajectories.pastYears.upperBound), y: $0)
      })
  }

  private func pastLine(of power: Trajectory, hue: Hue, width: Double) -> Line {
    let points = zip(trajectories.pastYears, power.past).filter { $0.0 >= firstYear }
    return Line(
      points.map { Point(x: Double($0), y: $1) }, hue: hue, stroke: Stroke(width: width))
  }

  /// A quiet line through every fifth point and both ends, for ten of them stand in every panel.
  private func thin(_ line: Line?, _ dash: Stroke.Dash) -> Line? {
    line.map { line in
      let last = line.points.count - 1
      let points = line.points.enumerated().filter { index, point in
        index == last || index % 5 == 0 || point.y.isNaN
      }
      return Line(points.map(\.element), hue: .muted, stroke: Stroke(width: 0.75, dash: dash))
    }
  }

  private func legend(_ fan: Fan?) -> [Legend.Entry] {
    [.init(.line(.ink), "history")]
      + (fan.map { Legend.Entry.fan($0) { "\(Numeral.percent($0)) of futures" } } ?? [])
      + [
        .init(.line(.muted, Stroke(width: 0.75)), "the other powers"),
        .init(.line(.muted, Stroke(width: 0.75, dash: .dotted)), "their medians"),
      ]
  }
}

extension PowerFans {
  /// The three powers likeliest to rank first in the last year.
  private var headline: String {
    let year = context.lastYear
    let ranked = trajectories.powers.map { ($0.power, $0.largest.last ?? 0) }
      .filter { $0.1 >= 0.005 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard let first = ranked.first else {
      return "None of the leading powers ranks first on \(trajectories.measure.title) in \(year)"
    }
    let verb = Side(first.0).verb("ranks", "rank")
    let others = ranked.dropFirst().prefix(2).map { power, chance in
      "\(context.phrase(power)) in \(Percent(chance).unbroken)"
    }
    return "In \(year) \(context.phrase(first.0)) \(verb) first on \(trajectories.measure.title) "
      + (["in \(Percent(first.1).unbroken) of futures"] + others).joined(separator: ", ")
  }

  private var description: String {
    let chances = trajectories.powers.map { power in
      "\(context.names.name(of: power.power)) \(Percent(power.largest.last ?? 0))"
    }
    return "\(trajectories.powers.count) panels, one a power: its history as a line, its forecast "
      + "as a fan. Probability of ranking first in \(context.lastYear): "
      + "\(chances.joined(separator: ", "))."
  }
}
