public import Balancing
public import Charts
import Forecasting
public import Panels

/// How concentrated power has been among some powers, how many poles there were, and will be.
public struct PolarityChart: ProjectFigure {
  let records: [PolarityRecord]
  private let futures: [PolarityForecast]
  private let rule: PolarityRule
  private let names: DataSet

  /// Fails where fewer than two years are known on every measure.
  ///
  /// - Parameters:
  ///   - records: One a measure, all of the same powers.
  ///   - futures: The orders to come, on some measures.
  ///   - rule: By which poles are told.
  ///   - names: What powers are called, and from which figures.
  public init?(
    _ records: [PolarityRecord], futures: [PolarityForecast] = [],
    rule: PolarityRule = .modelskiThompson, names: DataSet
  ) {
    self.records = records.filter { $0.known.count > 1 }
    self.futures = futures
    self.rule = rule
    self.names = names
    if self.records.isEmpty { return nil }
  }

  /// The major powers; nothing without a list of them, or where fewer than two are measured.
  init?(_ findings: Findings) {
    let data = findings.context.names
    guard let majors = data.groups[PowerGroup.majors] else { return nil }
    let measures = [Measure.capability, .spendingCOW, .outputPPP].filter { measure in
      measure.missing(from: data).isEmpty
    }
    let records = measures.compactMap { measure in
      // A set of one power has no shares, and nothing to show.
      try? PolarityRecord(measure, of: .group(majors), in: data)
    }
    self.init(records, futures: findings.balance.polarity, names: data)
  }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Shares among \(powers): how unequal they are, and the order by thresholds on "
        + "them"
        + (futures.isEmpty ? "" : "; to come: the chance of each order, by year"),
      description: description,
      footer: footer, legend: legend,
      facets: Facets(
        [concentrations, orders] + futures.map(plot), sharing: .none, height: 230,
        leastColumn: futures.isEmpty ? 420 : 310))
  }

  private var powers: String {
    guard case .group(let group) = records[0].set, group.name == PowerGroup.majors else {
      return "the powers compared"
    }
    return "the major powers"
  }

  private var footer: [String] {
    let list =
      powers == "the major powers"
      ? "Major powers as the Correlates of War project lists them, to today those of its last "
        + "year. " : ""
    let drawn =
      futures.isEmpty
      ? "" : " To come: shares of joint futures of the same powers, one colour an order."
    return [
      list + ruleWords + " Years without a figure of every one are left out." + drawn,
      SourceCredits(of: records.map(\.measure), in: names).line,
    ]
  }

  private var ruleWords: String {
    switch rule {
    case .modelskiThompson:
      "Unipolar: one has half; bipolar: two have half together and a quarter each; "
        + "near-unipolar: one has 45 % (Modelski and Thompson 1988)."
    case .halfLeader:
      "A pole has half of what the leader has (Schweller 1998): one, two or more of them."
    }
  }

  public var table: Table {
    let orders = PolarOrder.allCases
    let past = records.flatMap { record in
      record.known.map { year, shares -> [Table.Cell] in
        [
          .text(record.measure.name), .year(year), .count(shares.powers.count),
          .ratio(shares.concentration), .text(shares.leader.code), .ratio(shares.shares[0]),
          .ratio(shares.secondRatio), .text(rule.order(of: shares.shares).rawValue),
        ] + orders.map { _ in .missing }
      }
    }
    let coming = futures.flatMap { forecast in
      forecast.years.map { year -> [Table.Cell] in
        [.text(forecast.measure.name), .year(year)] + [Table.Cell](repeating: .missing, count: 6)
          + orders.map { .probability(forecast.probability(of: $0, in: year)) }
      }
    }
    return Table(
      "report polarity",
      columns: [
        "measure", "year", "powers", "concentration", "leader", "leader_share", "second_ratio",
        "polarity",
      ] + orders.map { "probability_\($0)" },
      rows: past + coming)
  }
}

extension PolarityChart {
  /// From the first year known on any measure to the last.
  private var years: ClosedRange<Int> {
    let known = records.flatMap(\.known).map(\.year)
    return (known.min() ?? 0)...(known.max() ?? 0)
  }

  private var concentrations: Plot {
    let lines = records.enumerated().map { index, record in
      Line(
        points(of: record), hue: Self.hue(ofLine: index), stroke: Stroke(width: 1.75),
        label: record.measure.label)
    }
    return Plot(
      title: "Concentration", subtitle: "0 where all are equal, 1 where one has all",
      x: .years(years), y: .linear(), marks: lines)
  }

  /// Colours that are those of no order.
  private static func hue(ofLine index: Int) -> Hue {
    let hues: [Hue] = [.ink, .green, .rose, .brown]
    return hues[index % hues.count]
  }

  /// One value a year from the first known to the last; not a number where it is not.
  private func points(of record: PolarityRecord) -> [Point] {
    guard let first = record.known.first?.year, let last = record.known.last?.year else {
      return []
    }
    let values = Dictionary(uniqueKeysWithValues: record.known.map { ($0.year, $0.shares) })
    return (first...last).map { Point(x: Double($0), y: values[$0]?.concentration ?? .nan) }
  }

  private var orders: Plot {
    let spells = records.enumerated().flatMap { row, record in
      record.spells(by: rule).map { spell in
        let middle = Double(2 * row + 1)
        let (top, bottom) = (middle - 0.45, middle + 0.35)
        let ends = [Double(spell.years.lowerBound) - 0.5, Double(spell.years.upperBound) + 0.5]
        return Ribbon(
          ends.map { Ribbon.Point(x: $0, lower: bottom, upper: top) }, hue: Self.hue(spell.order),
          opacity: Self.opacity)
      }
    }
    let headings = records.enumerated().map { row, record in
      Headings.Heading(record.measure.label, row: 2 * row)
    }
    return Plot(
      title: "Order", subtitle: "by year", x: .years(years),
      y: .bands(records.flatMap { _ in ["", ""] }),
      marks: spells + [Headings(headings)])
  }

  /// The orders to come on one measure, over one another.
  private func plot(of forecast: PolarityForecast) -> Plot {
    let years = Array(forecast.years)
    let layers = PolarOrder.allCases.map { order in
      Areas.Layer(
        years.map { forecast.probability(of: order, in: $0) }, hue: Self.hue(order),
        opacity: Self.opacity)
    }
    let now = forecast.now.map { "\($0.order.rawValue) in \($0.year)" } ?? ""
    return Plot(
      title: "To come: \(forecast.measure.label)", subtitle: now,
      x: .years(forecast.years), y: .percent(),
      marks: [Areas(xs: years.map(Double.init), layers: layers)])
  }

  private static let opacity = 0.75

  private static func hue(_ order: PolarOrder) -> Hue {
    switch order {
    case .unipolar: .indigo
    case .nearUnipolar: .blue
    case .bipolar: .vermilion
    case .multipolar: .gold
    }
  }

  private var legend: [Legend.Entry] {
    let found = Set(records.flatMap { $0.spells(by: rule).map(\.order) })
    let coming = PolarOrder.allCases.filter { order in
      futures.contains { future in
        future.years.contains { future.probability(of: order, in: $0) > 0 }
      }
    }
    return PolarOrder.allCases.filter { found.contains($0) || coming.contains($0) }.map { order in
      .init(.area(Self.hue(order), opacity: Self.opacity), order.rawValue)
    }
      + records.enumerated().map { index, record in
        let now = record.known.last.map {
          ", \(Numeral.fixed($0.shares.concentration, places: 2)) in \($0.year)"
        }
        return .init(.line(Self.hue(ofLine: index)), record.measure.label + (now ?? ""))
      }
  }

  /// A measure in few words, for there are several in a headline.
  private static func phrase(_ measure: Measure) -> String {
    switch measure.name {
    case Measure.capability.name: "the capability index"
    case Measure.spendingCOW.name: "military spending"
    default: measure.title
    }
  }

  /// The order now by every measure, and who leads.
  private var headline: String {
    let told = records.compactMap { record -> (order: PolarOrder, words: String)? in
      guard let last = record.known.last else { return nil }
      let leader = Side(last.shares.leader)
      let leads = "\(SideName(leader, names: names).words) \(leader.verb("leads", "lead"))"
      return (rule.order(of: last.shares.shares), "\(Self.phrase(record.measure)) (\(leads))")
    }
    let orders = PolarOrder.allCases.filter { order in told.contains { $0.order == order } }
    let parts = orders.map { order in
      let measures = told.filter { $0.order == order }.map { "by \($0.words)" }
      return "\(order.rawValue) \(measures.joined(separator: " and "))"
    }
    return "The order among \(powers) is " + parts.joined(separator: ", ")
  }

  private var description: String {
    let parts = records.map { record in
      let spells = record.spells(by: rule).map { spell in
        "\(spell.order.rawValue) \(spell.years.lowerBound) to \(spell.years.upperBound)"
      }
      return "\(record.measure.heading): \(spells.joined(separator: ", "))."
    }
    return "Lines of concentration and bands of the order, a line and a row a measure. "
      + (parts + futures.map(words)).joined(separator: " ")
  }

  private func words(_ forecast: PolarityForecast) -> String {
    let last = forecast.years.upperBound
    let chances = PolarOrder.allCases.map { order in
      "\(order.rawValue) \(Percent(forecast.probability(of: order, in: last)))"
    }
    return "\(forecast.measure.heading) in \(last): \(chances.joined(separator: ", "))."
  }
}
