import Charts
import Forecasting
import Panels
import RealModule

/// What multiplied a ratio in the past and what does along the median future, driver by driver.
struct GapChange: ProjectFigure {
  /// One measure over some years.
  private struct Period: Sendable {
    let measure: Measure
    let name: String
    let step: Decomposition.Step

    /// What a driver, or all together, multiplies the ratio by.
    var factors: [(name: String, factor: Double)] {
      step.effects.map { (GapChange.title(of: $0.driver), Double.exp($0.net)) }
        + [("All together", .exp(step.change))]
    }
  }

  private let periods: [Period]
  private let context: ChartContext

  init?(_ findings: Findings) {
    context = findings.context
    let last = findings.context.headlineYear
    periods = findings.drivers.decompositions.flatMap { parts -> [Period] in
      let ahead = parts.future.filter { $0.lastYear <= last }
      return [("past", parts.past), ("future", ahead)].compactMap { name, steps in
        Decomposition.Step(joining: steps).map {
          Period(measure: parts.measure, name: name, step: $0)
        }
      }
    }
    if periods.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "What each driver multiplies the ratio of \(context.words.challenger) to "
        + "\(context.words.incumbent) by, logarithmic scales; the factors of a panel multiply to the "
        + "last row",
      description: description,
      footer: context.footer([
        "Logarithmic-mean Divisia decomposition (Ang 2005), without a remainder. To come: the "
          + "future in which every driver takes its median, one path among many."
      ]),
      legend: [
        .init(.dot(.blue), "raises the ratio"), .init(.dot(.vermilion), "lowers it"),
        .init(.dot(.ink), "all together"),
      ],
      facets: Facets(
        periods.map(plot), sharing: .x, height: Double(rows) * 25 + 42, leastColumn: 290,
        mostColumns: 2))
  }

  var table: Table {
    Table(
      "report gap-change",
      columns: [
        "measure", "period", "first_year", "last_year", "driver", "challenger", "incumbent", "net",
      ],
      rows: periods.flatMap { period in
        period.step.effects.map { effect in
          [
            .text(period.measure.name), .text(period.name), .year(period.step.firstYear),
            .year(period.step.lastYear), .text(effect.driver), .number(effect.challenger),
            .number(effect.incumbent), .number(effect.net),
          ]
        }
      })
  }

  private var rows: Int { periods.map(\.factors.count).max() ?? 1 }

  private func plot(of period: Period) -> Plot {
    let factors = period.factors
    let labels = factors.map { "\($0.name) ×\(Numeral.fixed($0.factor, places: 2))" }
    let marks = factors.enumerated().flatMap { row, entry -> [any Mark] in
      let isSum = row == factors.count - 1
      let hue: Hue = isSum ? .ink : entry.factor >= 1 ? .blue : .vermilion
      let end = Point(x: entry.factor, y: Double(row))
      return [
        Line(
          [Point(x: 1, y: Double(row)), end], hue: hue, stroke: Stroke(width: isSum ? 2.5 : 1.75)),
        Dots([end], hue: hue, radius: isSum ? 5 : 4, label: labels[row]),
      ]
    }
    let years = "\(period.step.firstYear)–\(period.step.lastYear)"
    let ratios = [period.step.ratios.first, period.step.ratios.last]
      .map { Numeral.fixed($0, places: 2) }
    return Plot(
      title: "\(period.measure.label), \(years)",
      subtitle: (period.name == "past" ? "from " : "median path from ")
        + ratios.joined(separator: " to "),
      x: .log(format: .number(before: "×")), y: .bands(labels), marks: [Rule(.x(1))] + marks)
  }

  /// A driver as a row names it.
  static func title(of driver: String) -> String {
    switch driver {
    case Indicator.population.name: "Population"
    case Indicator.outputPerHead.name: "GDP per head"
    case "price_level": "Price level"
    case "burden": "Military burden"
    default: Measure.label(of: driver)
    }
  }
}

extension GapChange {
  private func strongest(_ period: Period) -> (name: String, factor: Double) {
    let parts = period.factors.dropLast()
    return parts.max { abs(Double.log($0.factor)) < abs(.log($1.factor)) } ?? ("", 1)
  }

  /// What moved the first measure most, and what moves it from now on.
  private var headline: String {
    let first = periods[0]
    func phrase(_ name: String) -> String {
      name.hasPrefix("GDP") ? name : "the " + name.prefix(1).lowercased() + name.dropFirst()
    }
    let past = strongest(first)
    let words = context.words
    let opening =
      "From \(first.step.firstYear) to \(first.step.lastYear) \(phrase(past.name)) multiplied the "
      + "ratio of \(words.challenger.possessive) \(first.measure.phrase) to "
      + "\(words.incumbent.possessive) by \(Numeral.fixed(past.factor, places: 1))"
    guard periods.count > 1, periods[1].measure == first.measure else { return opening }
    let ahead = periods[1]
    let next = strongest(ahead)
    let what =
      next.name == past.name
      ? "it is expected to multiply it" : "\(phrase(next.name)) is expected to move it most,"
    return opening + "; to \(ahead.step.lastYear) \(what) by "
      + Numeral.fixed(next.factor, places: 1)
  }

  private var description: String {
    let parts = periods.map { period in
      let factors = period.factors.map { "\($0.name) \(Numeral.fixed($0.factor, places: 2))" }
      return "\(period.measure.heading), \(period.step.firstYear) to \(period.step.lastYear): "
        + factors.joined(separator: ", ") + "."
    }
    return "A panel a measure and period, a row a driver. " + parts.joined(separator: " ")
  }
}
