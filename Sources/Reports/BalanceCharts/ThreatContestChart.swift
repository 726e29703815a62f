import Balancing
public import Charts
import Forecasting
import Panels
import RealModule

/// From which side of a contest other states have more to fear, and what makes it so.
public struct ThreatContestChart: Sendable {
  let comparisons: [ThreatComparison]
  let year: Int
  let options: ThreatField.Options
  /// Of the same states in earlier years: how many had more to fear from the challenger.
  let earlier: [(year: Int, fearing: Int, count: Int)]
  private let contest: Contest
  private let measure: Measure
  private let relations: Relations
  private let names: DataSet

  /// How many states are shown.
  private static let most = 16

  /// Compares the threats to the largest other states in the last year that power covers.
  ///
  /// Sources that end earlier stand for it with their last.
  ///
  /// - Returns: Nothing where a side's threat has no level.
  init?(_ contest: Contest, _ relations: Relations, names: DataSet) {
    var options = ThreatField.Options()
    options.carries = true
    let measure = ThreatField.standardPower(in: names)
    let spending = ThreatField.standardSpending(in: names, year: .min)
    let sides = (contest.challenger.members, contest.incumbent.members)
    // What cannot be rated is not drawn; the command says why.
    guard
      let field = try? ThreatField(
        measure, spending: spending, data: names, relations: relations, options: options)
    else { return nil }
    let year = field.coverage.upperBound
    let largest = MeasureRecord(Measure.outputPPP.resolved(in: names), data: names)
    let states = largest.largest(Self.most + sides.0.count + sides.1.count, in: year)
      .filter { !sides.0.contains($0) && !sides.1.contains($0) }
    let comparisons = states.prefix(Self.most).compactMap { state in
      try? field.comparison(of: state, between: sides.0, and: sides.1, in: year)
    }
    guard comparisons.count > 1 else { return nil }
    earlier = [60, 40, 20].compactMap { years in
      let found = comparisons.compactMap { comparison in
        try? field.comparison(
          of: comparison.state, between: sides.0, and: sides.1, in: year - years)
      }
      return found.count * 2 < comparisons.count
        ? nil : (year - years, found.count { $0.ratio > 1 }, found.count)
    }
    self.comparisons = comparisons.sorted { ($0.ratio, $1.state) > ($1.ratio, $0.state) }
    self.year = year
    self.options = options
    self.contest = contest
    self.measure = measure
    self.relations = relations
    self.names = names
  }

  /// How many have more to fear from the challenger.
  var fearingChallenger: Int { comparisons.count { $0.ratio > 1 } }

  private var words: ForecastWords { ForecastWords(contest, names: names) }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "The threat from \(words.challenger) as a multiple of that from "
        + "\(words.incumbent), for the largest other economies, and what each part multiplies it "
        + "by; \(year), logarithmic scale",
      description: description,
      footer: [
        "A threat is the product of power, nearness, offence, disputes and distance in votes (after "
          + "Walt 1987; the product and its weights are ours). \(same) It has no unit and is no "
          + "probability of war.",
        "\(carried) "
          + SourceCredits.line(
            "Correlates of War (capability, disputes, contiguity), peacesciencer (capitals), Bailey, "
              + "Strezhnev and Voeten (votes)", names),
      ],
      legend: [
        .init(.dot(.blue), "more to fear from \(words.challenger)"),
        .init(.dot(.vermilion), "more to fear from \(words.incumbent)"),
        .init(.dot(.muted), "the same from both"),
      ],
      facets: Facets(
        plots, sharing: .both, height: Double(comparisons.count) * 19 + 40, leastColumn: 280))
  }

  var table: Table {
    let parts = ThreatWeights.Part.allCases
    return Table(
      "report threat",
      columns: ["year", "state", "challenger", "incumbent", "ratio"]
        + parts.map { "factor_\($0.rawValue)" },
      rows: comparisons.map { comparison in
        [
          .year(year), .text(comparison.state.code), .text(comparison.challenger.power.code),
          .text(comparison.incumbent.power.code), .number(comparison.ratio),
        ] + parts.map { Table.Cell(comparison.factor(of: $0)) }
      })
  }

  private var plots: [Plot] {
    [plot("All parts", \.ratio)]
      + [(ThreatWeights.Part.proximity, "Nearness"), (.disputes, "Disputes"), (.ideals, "Votes")]
      .filter { part, _ in comparisons.contains { $0.factor(of: part) != nil } }
      .map { part, title in plot(title) { $0.factor(of: part) } }
  }

  private func plot(_ title: String, _ value: (ThreatComparison) -> Double?) -> Plot {
    let marks = comparisons.enumerated().flatMap { row, comparison -> [any Mark] in
      guard let value = value(comparison) else { return [] }
      let hue: Hue = abs(value - 1) < 1e-9 ? .muted : value > 1 ? .blue : .vermilion
      let end = Point(x: value, y: Double(row))
      let name = names.name(of: comparison.state)
      return [
        Line([Point(x: 1, y: Double(row)), end], hue: hue, stroke: Stroke(width: 1.5)),
        Dots([end], hue: hue, radius: 4, label: "\(name) ×\(Numeral.fixed(value, places: 2))"),
      ]
    }
    return Plot(
      title: title, x: .log(format: .number(before: "×")),
      y: .bands(comparisons.map { names.name(of: $0.state) }),
      marks: [Rule(.x(1))] + marks)
  }

  /// The parts that are the same for every state.
  private var same: String {
    let first = comparisons[0]
    let factors = [first.factor(of: .power), first.factor(of: .offense)].compactMap(\.self)
    guard factors.count == 2, contest.challenger.members.count == 1,
      contest.incumbent.members.count == 1
    else { return "Not drawn: power and offence." }
    let texts = factors.map { Numeral.fixed($0, places: 2) }
    return "Not drawn, because the same for every state: power multiplies by \(texts[0]), offence "
      + "by \(texts[1])."
  }

  /// Which sources stand with an earlier year.
  private var carried: String {
    let ends = [
      ("disputes", relations.disputes.coverage?.upperBound),
      ("borders", relations.contiguity.coverage?.upperBound),
      ("votes", relations.idealPoints.coverage?.upperBound),
    ].compactMap { name, end in
      end.flatMap { $0 < year ? "\(name) to \($0)" : nil }
    }
    return ends.isEmpty ? "" : "Known only for earlier years: \(ends.joined(separator: ", "))."
  }

  private var headline: String {
    let count = comparisons.count
    let first = comparisons[0]
    let last = comparisons[count - 1]
    if fearingChallenger == 1 {
      return "Only \(SideName(Side(first.state), names: names).words) of the \(Cardinal(count)) "
        + "largest other economies has more to fear from \(words.challenger) than from "
        + words.incumbent
    }
    let opening =
      "\(Cardinal(fearingChallenger)) of the \(Cardinal(count)) largest other economies "
      + "\(fearingChallenger == 1 ? "has" : "have") more to fear from \(words.challenger) than from "
      + words.incumbent
    func name(_ power: Power) -> String { SideName(Side(power), names: names).words }
    let ends =
      first.ratio > 1 && last.ratio < 1
      ? ", \(name(first.state)) most and \(name(last.state)) least" : ""
    return (opening + ends).capitalizedFirst
  }

  private var description: String {
    let ratios = comparisons.map { comparison in
      "\(names.name(of: comparison.state)) \(Numeral.fixed(comparison.ratio, places: 2))"
    }
    return "Dots of ratios on logarithmic scales, a panel for all parts and one a part. Ratios: "
      + ratios.joined(separator: ", ") + "."
  }
}
