public import Balancing
public import Charts
public import Forecasting
public import Panels

/// What sides are with those who stand beside them, over time, and whether coalitions catch up.
public struct CoalitionsChart: ProjectFigure {
  /// Two groups of powers that are compared, and what the comparison is called.
  public struct Pair: Sendable {
    public let label: String
    public let above: [Power]
    public let below: [Power]

    public init(_ label: String, above: [Power], below: [Power]) {
      self.label = label
      self.above = above
      self.below = below
    }
  }

  /// One line of a panel.
  struct Ratio: Sendable {
    let label: String
    let points: [(year: Int, ratio: Double)]
  }

  /// One panel.
  struct Panel: Sendable {
    let measure: Measure
    let ratios: [Ratio]
  }

  let panels: [Panel]
  let futures: [ParityForecast]
  let names: DataSet
  let last: Int
  /// Nothing where the chart tells it itself.
  private let finding: String?

  /// Fails where none of the pairs is known for ten years and of late on any measure.
  ///
  /// - Parameters:
  ///   - pairs: Which are compared.
  ///   - measures: A panel each.
  ///   - last: The last year drawn.
  ///   - futures: With what chance coalitions reach a leader.
  ///   - names: What powers are called, and from which figures.
  public init?(
    _ pairs: [Pair], on measures: [Measure], through last: Int, futures: [ParityForecast] = [],
    names: DataSet
  ) {
    self.init(
      Self.panels(pairs, measures, last, names), through: last, futures: futures, names: names)
  }

  private init?(
    _ panels: [Panel], through last: Int, futures: [ParityForecast], names: DataSet,
    finding: String? = nil
  ) {
    self.panels = panels
    self.last = last
    self.futures = futures
    self.names = names
    self.finding = finding
    if panels.isEmpty && futures.isEmpty { return nil }
  }

  /// Both sides with their groups; nothing where neither is in one, or none is measured.
  init?(_ findings: Findings) {
    let context = findings.context
    let data = context.names
    let pairs = Self.pairs(context)
    let last = context.simulation.origin
    guard pairs.count > 1 else { return nil }
    let panels = Self.panels(pairs, [.outputPPP, .spendingPPP], last, data)
    guard let first = panels.first else { return nil }
    self.init(
      panels, through: last, futures: findings.balance.parity, names: data,
      finding: Self.finding(first, pairs, context))
  }

  private static func panels(
    _ pairs: [Pair], _ measures: [Measure], _ last: Int, _ data: DataSet
  ) -> [Panel] {
    measures.filter { $0.missing(from: data).isEmpty }.compactMap { measure in
      let record = MeasureRecord(measure.resolved(in: data), data: data)
      let ratios = pairs.map { pair in
        Ratio(label: pair.label, points: points(pair.above, pair.below, in: record))
      }.filter { isTold($0, at: last) }
      return ratios.isEmpty ? nil : Panel(measure: measure, ratios: ratios)
    }
  }

  public var chart: Chart {
    Chart(
      title: finding ?? headline,
      subtitle: subtitle,
      description: description,
      footer: [
        "Groups with today’s members in every year, without those of which no figure is known; only "
          + "years in which all others are known. A sum of members is not an alliance: it assumes "
          + "that each counts in full.",
        SourceCredits(of: panels.map(\.measure) + futures.map(\.measure), in: names).line,
      ],
      legend: panels.isEmpty
        ? [] : [.init(.area(.muted, opacity: 0.16), "parity, 0.8 to 1.2")],
      facets: Facets(
        panels.map(plot) + futures.map(plot), sharing: .none, height: 280, leastColumn: 360))
  }

  private var subtitle: String {
    let parts = [
      panels.isEmpty ? nil : "one side as a multiple of the other, logarithmic scale",
      futures.isEmpty ? nil : "the chance, by year, that a coalition has what the leader has",
    ]
    return parts.compactMap(\.self).joined(separator: "; ").capitalizedFirst
  }

  /// The chance, year by year, that each coalition has what the leader has.
  private func plot(_ forecast: ParityForecast) -> Plot {
    let lines = forecast.outlooks.enumerated().map { index, outlook in
      Line(
        years: forecast.years, values: outlook.parity, hue: .category(index),
        stroke: .category(index), label: name(of: outlook))
    }
    let leader = SideName(Side(forecast.leader), names: names).words
    return Plot(
      title: "Chance of having what \(leader) \(Side(forecast.leader).verb("has", "have"))",
      subtitle: "\(forecast.measure.heading), by year; at the right in "
        + "\(forecast.years.upperBound)",
      x: .years(forecast.years.lowerBound - 1...forecast.years.upperBound), y: .percent(),
      marks: lines + [DirectLabels(of: lines, remark: Numeral.percent)])
  }

  public var table: Table {
    let past = panels.flatMap { panel in
      panel.ratios.flatMap { ratio in
        ratio.points.map { point -> [Table.Cell] in
          [
            .text(panel.measure.name), .text(ratio.label), .year(point.year),
            .ratio(point.ratio), .missing,
          ]
        }
      }
    }
    let coming = futures.flatMap { forecast in
      forecast.outlooks.flatMap { outlook in
        zip(forecast.years, outlook.parity).map { year, chance -> [Table.Cell] in
          let codes = outlook.members.map(\.code).joined(separator: "+")
          return [
            .text(forecast.measure.name), .text("\(codes) / \(forecast.leader.code)"),
            .year(year), .missing, .probability(chance),
          ]
        }
      }
    }
    return Table(
      "report coalitions",
      columns: ["measure", "sides", "year", "ratio", "probability_of_parity"],
      rows: past + coming)
  }
}

extension CoalitionsChart {
  /// The contest itself, each side with the two largest groups that the other is not in, and the
  /// largest of both.
  private static func pairs(_ context: ChartContext) -> [Pair] {
    let (challenger, incumbent) = (
      context.words.contest.challenger, context.words.contest.incumbent
    )
    let year = context.simulation.origin
    let names = (
      context.words.challenger.withoutArticle, context.words.incumbent.withoutArticle
    )
    let rising = context.groups(of: challenger, without: incumbent).prefix(2)
    let leading = context.groups(of: incumbent, without: challenger).prefix(2)
    let alone = [
      Pair(names.0 + " / " + names.1, above: challenger.members, below: incumbent.members)
    ]
    let joined = rising.map {
      Pair("\($0.name) / \(names.1)", above: $0.members(in: year), below: incumbent.members)
    }
    let faced = leading.map {
      Pair("\(names.0) / \($0.name)", above: challenger.members, below: $0.members(in: year))
    }
    let both = zip(rising, leading).prefix(1).map {
      Pair("\($0.name) / \($1.name)", above: $0.members(in: year), below: $1.members(in: year))
    }
    return alone + joined + faced + both
  }

  private static func points(
    _ above: [Power], _ below: [Power], in record: MeasureRecord
  ) -> [(year: Int, ratio: Double)] {
    let everKnown = Set(
      (above + below).filter { power in record.years.contains { record[power, $0] != nil } })
    return record.years.compactMap { year in
      func side(_ members: [Power]) -> [(power: Power, level: Double)]? {
        // A member of which no figure is known at all, such as one without arms, is left out.
        let measured = members.filter(everKnown.contains)
        let known = measured.compactMap { power in record[power, year].map { (power, $0) } }
        return known.isEmpty || known.count < measured.count ? nil : known
      }
      guard let top = side(above), let bottom = side(below) else { return nil }
      return (year, CoalitionRatio(top, over: bottom).ratio)
    }
  }

  /// Whether enough is known of it, and of late.
  private static func isTold(_ ratio: Ratio, at origin: Int) -> Bool {
    ratio.points.count > 9 && (ratio.points.last?.year ?? 0) >= origin - 5
  }

  private func plot(_ panel: Panel) -> Plot {
    let lines = panel.ratios.map { ratio in
      Line(
        points(of: ratio), hue: .category(labels.firstIndex(of: ratio.label) ?? 0),
        stroke: Stroke(width: 1.75), label: ratio.label)
    }
    return Plot(
      title: panel.measure.heading, x: .years(firstYear...last), y: .log(),
      marks: [Band(.y(0.8...1.2)), Rule(.y(1))] + lines
        + [DirectLabels(of: lines) { Numeral.fixed($0, places: 2) }])
  }

  /// The comparisons of all panels, each once, so that one has the same colour in all.
  private var labels: [String] {
    panels.flatMap(\.ratios).map(\.label).reduce(into: []) { all, label in
      if !all.contains(label) { all.append(label) }
    }
  }

  /// Where most of the groups' members are not yet known there is little to compare.
  private var firstYear: Int { last - 35 }

  private func points(of ratio: Ratio) -> [Point] {
    guard let first = ratio.points.first?.year, let last = ratio.points.last?.year else {
      return []
    }
    let values = Dictionary(uniqueKeysWithValues: ratio.points.map { ($0.year, $0.ratio) })
    return (max(first, firstYear)...max(last, firstYear)).map {
      Point(x: Double($0), y: values[$0] ?? .nan)
    }
  }
}
