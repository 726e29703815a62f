import Charts
import Forecasting

/// How the probabilities moved from run to run, and what moved that of the first measure.
struct ForecastHistory: ProjectFigure {
  private let runs: [ForecastRun]
  private let measures: [Measure]
  private let year: Int
  private let context: ChartContext
  /// The measures on which the challenger leads.
  private let leads: Set<String>

  /// Nothing before the second run, or where no year is common to the runs.
  init?(_ findings: Findings) {
    context = findings.context
    runs = findings.runs
    let years = findings.runs.map { Set($0.moves.map(\.year)) }
    let common = years.dropFirst().reduce(years.first ?? []) { $0.intersection($1) }
    let wanted = findings.context.headlineYear
    guard runs.count > 1,
      let nearest = common.min(by: { (abs($0 - wanted), $0) < (abs($1 - wanted), $1) })
    else { return nil }
    year = nearest
    leads = Set(findings.forecasts.filter { $0.crossedIn != nil }.map(\.measure.name))
    let open = findings.forecasts.filter { $0.crossedIn == nil }.map(\.measure)
    let all = open + findings.forecasts.map(\.measure).filter { !open.contains($0) }
    measures = all.filter { measure in
      findings.runs.allSatisfy { run in
        run.moves.contains { $0.measure == measure.name && $0.year == nearest }
      }
    }
    if measures.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Probability that \(event(on: nil)) by \(year), as each run gave it; and what "
        + "moved that on \(measures[0].title), in percentage points",
      description: description, footer: context.footer(),
      facets: Facets([course, reasons], sharing: .none, height: 250, leastColumn: 420))
  }

  var table: Table {
    Table(
      "report forecast-history",
      columns: [
        "run", "measure", "year", "probability", "from_data", "from_year", "from_model",
        "from_sampling",
      ],
      rows: runs.flatMap { run in
        measures.compactMap { move(of: $0, in: run) }.map { row(of: $0, in: run) }
      })
  }

  private func row(of move: ForecastMove, in run: ForecastRun) -> [Table.Cell] {
    let parts = move.parts
    let causes = [parts?.fromData, parts?.fromYear, parts?.fromModel, parts?.fromSampling]
    let head: [Table.Cell] = [
      .text(run.name), .text(move.measure), .year(move.year), .probability(move.probability),
    ]
    return head + causes.map { Table.Cell($0) }
  }
}

extension ForecastHistory {
  private func move(of measure: Measure, in run: ForecastRun) -> ForecastMove? {
    run.moves.first { $0.measure == measure.name && $0.year == year }
  }

  /// The names of runs along the axis: of many only some, the last among them.
  private var names: [String] {
    let step = max(1, (runs.count + 7) / 8)
    return runs.enumerated().map { place, run in
      (runs.count - 1 - place).isMultiple(of: step) ? run.name : ""
    }
  }

  private var course: Plot {
    let lines = measures.enumerated().map { index, measure in
      Line(
        runs.enumerated().map { place, run in
          Point(x: Double(place), y: move(of: measure, in: run)?.probability ?? .nan)
        }, hue: .category(index), stroke: .category(index), label: measure.label)
    }
    let dots: [any Mark] = lines.map { Dots($0.points, hue: $0.hue, radius: 2.5) }
    let labels: [any Mark] = [DirectLabels(of: lines, remark: Numeral.percent)]
    return Plot(
      title: "Probability by \(year)", x: .bands(names), y: .percent(),
      marks: lines + dots + labels)
  }

  /// What each reason did to the probability of the first measure, over all runs.
  private var sums: [(reason: String, points: Double)] {
    let parts = runs.dropFirst().compactMap { move(of: measures[0], in: $0)?.parts }
    func sum(_ part: (ForecastMove.Parts) -> Double) -> Double {
      100 * parts.reduce(0) { $0 + part($1) }
    }
    return [
      ("revised figures", sum(\.fromData)), ("new years", sum(\.fromYear)),
      ("model and version", sum(\.fromModel)), ("random numbers", sum(\.fromSampling)),
    ]
  }

  private var reasons: Plot {
    let bars = sums.enumerated().map { row, sum in
      Bars.Bar(
        at: Double(row), value: sum.points, hue: sum.points < 0 ? .vermilion : .blue,
        text: (sum.points > 0 ? "+" : "") + Numeral.fixed(sum.points, places: 1))
    }
    return Plot(
      title: "What moved it",
      subtitle: "\(measures[0].heading), percentage points since "
        + runs[0].name,
      x: .linear(), y: .bands(sums.map(\.reason.capitalizedFirst)),
      marks: [Rule(.x(0)), Bars(bars, direction: .horizontal)])
  }

  private var headline: String {
    let first = move(of: measures[0], in: runs[0])?.probability ?? .nan
    let last = move(of: measures[0], in: runs[runs.count - 1])?.probability ?? .nan
    let most = sums.max { abs($0.points) < abs($1.points) }
    let what = "The chance that \(event(on: measures[0])) by \(year)"
    guard abs(last - first) >= 0.005 else {
      return "\(what) has hardly moved since \(runs[0].name): \(Percent(last).unbroken)"
    }
    return "\(what) \(last > first ? "rose" : "fell") from \(Percent(first).unbroken) to "
      + "\(Percent(last).unbroken) since \(runs[0].name)"
      + (most.map { ", most of it by \($0.reason)" } ?? "")
  }

  /// What the probabilities are of: of one measure as it stands, of all in general.
  private func event(on measure: Measure?) -> String {
    let (challenger, incumbent) = (context.words.challenger, context.words.incumbent)
    guard let measure else {
      return "\(challenger) has passed \(incumbent), or lost the lead where it has one,"
    }
    return leads.contains(measure.name)
      ? "\(challenger) loses its lead over \(incumbent) on \(measure.title)"
      : "\(challenger) passes \(incumbent) on \(measure.title)"
  }

  private var description: String {
    let told = measures.map { measure in
      let course = runs.compactMap { move(of: measure, in: $0)?.probability }
      return "\(measure.heading): \(course.map { "\(Percent($0))" }.joined(separator: ", "))."
    }
    return "Lines of the probability by \(year), a point a run, and bars of what moved it. "
      + told.joined(separator: " ")
  }
}
