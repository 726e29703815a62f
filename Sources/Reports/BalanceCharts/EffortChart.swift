public import Balancing
public import Charts
import Forecasting
public import Panels
import RealModule

/// Which large spenders arm beyond their growth, and how one state's spending grew by each series.
public struct EffortChart: Sendable {
  let changes: [(change: EffortChange, effort: Double)]
  let growth: [SpendingGrowth]
  private let power: Power
  private let names: DataSet
  /// Effort in this period and in the one before, of states that have both.
  private let pairs: [(before: Double, now: Double)]

  private static let most = 16

  /// Fails where no effort is known.
  ///
  /// - Parameters:
  ///   - changes: Over one period.
  ///   - growth: Year by year, of the state that is shown in particular.
  ///   - power: That state.
  ///   - earlier: Of the same states over the period before.
  ///   - names: What powers are called.
  public init?(
    _ changes: [EffortChange], growth: [SpendingGrowth], of power: Power,
    earlier: [EffortChange] = [], names: DataSet
  ) {
    let known = changes.compactMap { change -> (change: EffortChange, effort: Double)? in
      // A state without figures has no bar; the command says why.
      guard let effort = try? change.effort.get() else { return nil }
      return (change: change, effort: effort)
    }
    guard !known.isEmpty else { return nil }
    self.changes = Array(known.prefix(Self.most)).sorted { $0.effort > $1.effort }
    self.growth = growth
    pairs = known.compactMap { entry in
      let before = earlier.first { $0.power == entry.change.power }
      return (try? before?.effort.get()).map { (before: $0, now: entry.effort) }
    }
    self.power = power
    self.names = names
  }

  var years: ClosedRange<Int> { changes[0].change.years }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Military spending over GDP in \(years.upperBound) as a multiple of that in "
        + "\(years.lowerBound), the largest spenders; and the yearly growth of spending in "
        + "\(names.name(of: power)), to which the colours belong",
      description: description,
      footer: [
        "Above ×1: spending rose more than output. Announced budgets are those that the "
          + "literature on balancing quotes; the series estimate what was spent.",
        SourceCredits.line("World Bank, which restates SIPRI, Correlates of War NMC 7.0", names),
      ],
      legend: Self.series.map { .init(.line($0.hue), $0.label) }
        + (announced.isEmpty ? [] : [.init(.dot(.ink), "announced budget, current money")]),
      facets: Facets(
        [efforts, growths], sharing: .none, height: Double(changes.count) * 20 + 60,
        leastColumn: 320))
  }

  private var efforts: Plot {
    let labels = changes.map { change, effort in
      "\(names.name(of: change.power)) ×\(Numeral.fixed(.exp(effort), places: 2))"
    }
    let marks = changes.enumerated().flatMap { row, entry -> [any Mark] in
      let hue: Hue = entry.effort > 0.005 ? .ink : .muted
      let end = Point(x: .exp(entry.effort), y: Double(row))
      return [
        Line([Point(x: 1, y: Double(row)), end], hue: hue, stroke: Stroke(width: 1.75)),
        Dots([end], hue: hue, radius: 4, label: labels[row]),
      ]
    }
    return Plot(
      title: "Effort beyond growth", subtitle: "logarithmic scale",
      x: .log(format: .number(before: "×")), y: .bands(labels), marks: [Rule(.x(1))] + marks)
  }

  private static let series:
    [(label: String, hue: Hue, value: @Sendable (SpendingGrowth) -> Double?)] =
      [
        ("current local money", .blue, { $0.local }), ("current dollars", .green, { $0.dollars }),
        ("constant prices", .vermilion, { $0.constant }),
      ]

  private var shownGrowth: [SpendingGrowth] { growth.filter { $0.year >= 1995 } }

  private var announced: [Point] {
    shownGrowth.compactMap { year in
      year.announced.map { Point(x: Double(year.year), y: $0) }
    }
  }

  private var growths: Plot {
    let lines = Self.series.map { series in
      Line(
        shownGrowth.map { Point(x: Double($0.year), y: series.value($0) ?? .nan) },
        hue: series.hue, stroke: Stroke(width: 1.5))
    }
    return Plot(
      title: "Yearly growth, \(names.name(of: power))", subtitle: "per cent", x: .years(),
      y: .percent(domain: nil),
      marks: [Rule(.y(0))] + lines + [Dots(announced, hue: .ink)], height: 240)
  }

  /// A row a state with its effort, then a row a year and series.
  var table: Table {
    let efforts = changes.map { change, effort -> [Table.Cell] in
      [
        .text(change.power.code), .year(change.years.upperBound),
        .text("effort since \(change.years.lowerBound)"), .ratio(effort),
      ]
    }
    let series =
      Self.series.map { ($0.label, $0.value) }
      + [("announced budget, current money", { @Sendable year in year.announced })]
    let growths = shownGrowth.flatMap { year in
      series.compactMap { label, value in
        value(year).map { growth -> [Table.Cell] in
          [.text(power.code), .year(year.year), .text("growth, \(label)"), .ratio(growth)]
        }
      }
    }
    return Table(
      "report internal", columns: ["power", "year", "quantity", "value"], rows: efforts + growths)
  }

  /// Whether those who armed beyond growth went on.
  var persistence: String {
    let count = years.count - 1
    guard let ranks = SpearmanCorrelation(pairs.map(\.before), pairs.map(\.now)) else {
      return "Too few states have figures of the \(Cardinal(count)) years before."
    }
    let verdict =
      ranks.low > 0
      ? "those who did went on"
      : ranks.high < 0 ? "those who did then did less" : "the one does not tell the other"
    return "Of \(pairs.count) large spenders the ranks of effort in these \(Cardinal(count)) years "
      + "and in the \(Cardinal(count)) before correlate with "
      + "\(Numeral.fixed(ranks.value, places: 2)) (90 %: \(Numeral.fixed(ranks.low, places: 2)) to "
      + "\(Numeral.fixed(ranks.high, places: 2))): \(verdict)."
  }

  private var headline: String {
    // What rounds to nothing is no rise.
    let risers = changes.count { $0.effort > 0.005 }
    let first = SideName(Side(changes[0].change.power), names: names).words.capitalizedFirst
    return
      "From \(years.lowerBound) to \(years.upperBound) \(Cardinal(risers)) of \(Cardinal(changes.count)) large "
      + "spenders armed beyond their growth" + (risers > 0 ? ", \(first) most" : "")
  }

  private var description: String {
    let words = changes.map { change, effort in
      "\(names.name(of: change.power)) \(Numeral.fixed(effort, places: 2))"
    }
    return "Bars of effort beyond growth: \(words.joined(separator: ", ")). Lines of the yearly "
      + "growth of military spending in \(names.name(of: power)) by series."
  }
}
