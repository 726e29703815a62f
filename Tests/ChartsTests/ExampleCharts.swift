import Charts

extension Examples {
  /// One measure: history, fan, zone of parity and threshold.
  static let ratioFan: Chart = {
    let fan = Examples.fan(0)
    let median = fan.quantiles[3].values
    return Chart(
      title: "China’s economy stays below America’s in most futures",
      subtitle: "GDP at market rates, China as a multiple of the United States, logarithmic scale",
      description: "A line of the ratio from 1960 to 2025 and a fan of forecasts to 2075.",
      footer: footer,
      legend: Legend.Entry.fan(fan) { "\(Numeral.percent($0)) of futures" },
      x: .years(1960...2075), y: .log("China ÷ United States"),
      marks: [
        Band(.y(0.8...1.2), label: "zone of parity, 0.8 to 1.2"),
        fan,
        Line(years: 1960...2025, values: history(0), hue: .ink),
        Rule(.y(1), label: "China overtakes"),
        Rule(
          .x(2025), label: "last data, 2025", hue: .muted, stroke: Stroke(width: 1, dash: .dashed)),
        DirectLabels([
          .init("95th percentile", at: Point(x: 2075, y: fan.quantiles[6].values.last ?? 1)),
          .init(
            "Median", remark: Numeral.fixed(median.last ?? 0, places: 2),
            at: Point(x: 2075, y: median.last ?? 1), hue: .blue),
          .init("5th percentile", at: Point(x: 2075, y: fan.quantiles[0].values.last ?? 1)),
        ]),
      ])
  }()

  /// Cumulative probabilities of a crossing, by measure.
  static func crossing(_ count: Int) -> Chart {
    let lines = (0..<count).map { index in
      Line(
        years: 2026...2075, values: probabilities(index), hue: .category(index),
        stroke: .category(index),
        label: index < 9 ? measures[index] : "Measure \(index)")
    }
    return Chart(
      title: "Overtaking is likely by purchasing power, and a coin toss at market rates",
      subtitle: "Probability that China has passed the United States by each year, by measure",
      description: "Lines of cumulative probability from 2026 to 2075, one a measure.",
      footer: footer, x: .years(2026...2075), y: .percent(),
      marks: lines + [DirectLabels(of: lines, remark: Numeral.percent)])
  }

  /// Small multiples: one panel a measure.
  static func multiples(_ count: Int) -> Chart {
    let plots = (0..<count).map { index in
      Plot(
        title: measures[index], subtitle: "crossing by 2075: \(10 * index + 7)\u{A0}%",
        x: .years(1960...2075), y: .log(),
        marks: [
          Band(.y(0.8...1.2)), Rule(.y(1)), fan(index),
          Line(years: 1960...2025, values: history(index), hue: .ink),
        ])
    }
    return Chart(
      title: "Nine measures, nine answers",
      subtitle: "China as a multiple of the United States, logarithmic scales",
      description: "Nine panels, each with the ratio since 1960 and a fan to 2075.",
      footer: footer,
      legend: [.init(.line(.ink), "history")]
        + Legend.Entry.fan(fan(0)) { "\(Numeral.percent($0)) of futures" }
        + [.init(.area(.muted, opacity: 0.16), "parity, 0.8 to 1.2")],
      facets: Facets(plots))
  }
}

extension Examples {
  /// Lying bars with values, for long names.
  static let bars = Chart(
    title: "Crossing by 2075 is near certain on two measures only",
    subtitle: "Probability that China passes the United States by 2075",
    description: "A bar a measure.", footer: footer,
    x: .percent(), y: .bands(measures),
    marks: [
      Bars(
        measures.indices.map { index in
          let value = probabilities(index).last ?? 0
          return .init(at: Double(index), value: value, text: Numeral.percent(value))
        }, direction: .horizontal)
    ])

  /// Shares of a whole, stacked and named at the right.
  static let shares: Chart = {
    let names = ["China", "United States", "European Union", "Rest of the world"]
    let years = Array(1990...2025)
    let layers = names.enumerated().map { index, name in
      Areas.Layer(
        years.map { year in
          let t = Double(year - 1990) / 35
          return [0.04 + 0.16 * t, 0.26 - 0.02 * t, 0.27 - 0.1 * t, 0.43 - 0.04 * t][index]
        }, hue: .category(index), label: name)
    }
    let areas = Areas(xs: years.map(Double.init), layers: layers)
    return Chart(
      title: "China’s share of the world’s output has grown fivefold",
      subtitle: "Share of gross world product at market rates",
      description: "Four stacked shares since 1990.", footer: footer, x: .years(),
      y: .percent(), marks: [areas, areas.labels])
  }()

  /// Probabilities by measure and year, as a table of shades.
  static let heat = Chart(
    title: "The later, the likelier; but not on every measure",
    subtitle: "Probability of a crossing by year and measure",
    description: "A table of nine measures and five years.", footer: footer,
    x: .bands(["2030", "2035", "2040", "2050", "2075"]), y: .bands(measures),
    marks: [
      Cells(
        measures.indices.flatMap { row in
          [4, 9, 14, 24, 49].enumerated().map { column, step in
            let share = probabilities(row)[step]
            return .init(column: column, row: row, share: share, text: Numeral.percent(share))
          }
        })
    ])
}
