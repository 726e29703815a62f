import Charts
import Forecasting
import Reports

/// The tables of a forecast beside what scenarios make of it.
struct ScenarioTables {
  let comparison: ScenarioComparison
  let forecaster: Forecaster

  private var years: [Int] {
    HeadlineYears(origin: forecaster.origin, horizon: forecaster.options.horizon).years
  }

  /// What the scenarios suppose, a line each.
  var sentences: String {
    comparison.alternatives.map { alternative in
      let scenario = alternative.scenario
      return scenario.sentence.isEmpty ? scenario.name : "\(scenario.name): \(scenario.sentence)"
    }.joined(separator: "\n") + "\n"
  }

  /// The baseline and the scenarios of every measure below one another.
  ///
  /// In brackets the change in percentage points.
  func summaries(_ words: ForecastWords) -> [(caption: String, table: Table)] {
    [(false, words.captionBehind), (true, words.captionAhead)]
      .map { (caption: $0.1, table: summary(ofLeads: $0.0)) }.filter { !$0.table.rows.isEmpty }
  }

  private func summary(ofLeads isAhead: Bool) -> Table {
    let last = years[years.count - 1]
    var table = Table(
      "forecast",
      columns: ["measure", "scenario"] + years.map { "by \($0)" } + ["never by \(last)", "median"])
    for (index, before) in comparison.baseline.enumerated()
    where (before.crossedIn != nil) == isAhead {
      table.append(row(before, name: nil, among: before))
      for alternative in comparison.alternatives {
        table.append(
          row(alternative.forecasts[index], name: alternative.scenario.name, among: before))
      }
    }
    return table
  }

  private func row(
    _ forecast: CrossingForecast, name: String?, among before: CrossingForecast
  ) -> [Table.Cell] {
    let event = forecast.open
    func cell(_ probability: Double, _ base: Double) -> Table.Cell {
      let percent = Numeral.percent(probability)
      return .text(name == nil ? percent : "\(percent) (\(Self.points(probability - base)))")
    }
    return [.text(name == nil ? forecast.measure.name : ""), .text(name ?? "baseline")]
      + years.map { cell(event.probability(by: $0), before.open.probability(by: $0)) }
      + [
        cell(event.never, before.open.never), .text(event.median.map { "\($0)" } ?? "none"),
      ]
  }

  /// A difference of probabilities in percentage points, with its sign.
  static func points(_ difference: Double) -> String {
    let text = Numeral.fixed(abs(difference) * 100, places: 1)
    if text == "0.0" { return "0" }
    return (difference < 0 ? "−" : "+") + text
  }

  /// Every probability and its change, one a row; the baseline's change is zero.
  var long: Table {
    let baseline = ForecastTables(comparison.baseline, forecaster: forecaster).long
    let probability = baseline.columns.count - 1
    var table = Table("forecast", columns: ["scenario"] + baseline.columns + ["change"])
    for row in baseline.rows { table.append([.text("baseline")] + row + [.number(0)]) }
    for alternative in comparison.alternatives {
      let changed = ForecastTables(alternative.forecasts, forecaster: forecaster).long
      for (row, before) in zip(changed.rows, baseline.rows) {
        table.append(
          [.text(alternative.scenario.name)] + row
            + [.number(row[probability].value - before[probability].value)])
      }
    }
    return table
  }
}

extension Table.Cell {
  /// The number in a cell; not a number where it holds none.
  var value: Double {
    switch self {
    case .number(let value), .ratio(let value), .hundredths(let value),
      .significance(let value), .probability(let value):
      value
    case .year(let whole), .count(let whole): Double(whole)
    case .text, .missing: .nan
    }
  }
}
