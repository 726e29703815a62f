import Charts
import Forecasting

/// Small multiples of skill by horizon: the model in use among the others, a panel a measure.
struct SkillByHorizon: ProjectFigure {
  /// The skill of one model on one measure at some horizons, in order.
  struct Curve: Equatable, Sendable {
    let measure: Measure
    let model: String
    let skills: [(horizon: Int, skill: Double)]

    static func == (a: Curve, b: Curve) -> Bool {
      a.measure == b.measure && a.model == b.model
        && a.skills.elementsEqual(b.skills, by: ==)
    }
  }

  private let curves: [Curve]
  private let context: ChartContext

  /// Takes what had resolved by the origin.
  init?(_ findings: Findings) {
    context = findings.context
    guard let record = findings.record else { return nil }
    let origin = context.simulation.origin
    let models = Set(record.sums.map(\.model)).sorted()
    let horizons = Set(record.sums.map(\.horizon)).sorted()
    // Looked up one by one in the whole record they would take long.
    let records = Dictionary(grouping: record.sums, by: \.measure)
      .mapValues { ForecastRecord(sums: $0, lines: []) }
    curves = findings.forecasts.map(\.measure).flatMap { measure in
      models.compactMap { model in
        let skills = horizons.compactMap { horizon in
          records[measure.name]?.skill(of: model, on: measure.name, horizon: horizon, by: origin)
            .map { (horizon: horizon, skill: $0) }
        }
        return skills.isEmpty ? nil : Curve(measure: measure, model: model, skills: skills)
      }
    }
    if curves.isEmpty { return nil }
  }

  var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Skill of past forecasts by years ahead: the part of the base rate’s Brier score "
        + "that was saved; below zero is worse than knowing only the gap",
      description: description,
      footer: context.sourcesFooter([
        "Forecasts made from every second year for every ordered pair of the forty largest powers, "
          + "with today’s edition of the figures of their time: pseudo-out-of-sample."
      ]),
      legend: legend,
      facets: Facets(measures.map(plot), sharing: .both, height: 190, leastColumn: 190))
  }

  var table: Table {
    Table(
      "report skill", columns: ["measure", "model", "horizon", "skill"],
      rows: curves.flatMap { curve in
        curve.skills.map { point in
          [
            .text(curve.measure.name), .text(curve.model), .count(point.horizon),
            .ratio(point.skill),
          ]
        }
      })
  }
}

extension SkillByHorizon {
  /// The straight line through the last years: what people draw by hand.
  private static let straightLine = "log-linear"
  /// What is worse than this is cut off.
  private static let floor = -1.0

  /// Tenths around all skills, down to the floor.
  private var domain: ClosedRange<Double> {
    let skills = curves.flatMap(\.skills).map(\.skill)
    let (least, most) = (skills.min() ?? 0, skills.max() ?? 0)
    return max(
      Self.floor, (min(least, -0.1) * 10).rounded(.down) / 10)...((max(most, 0.1) * 10).rounded(.up)
      / 10)
  }

  private var measures: [Measure] {
    curves.map(\.measure).reduce(into: []) { all, measure in
      if !all.contains(measure) { all.append(measure) }
    }
  }

  private func plot(of measure: Measure) -> Plot {
    let own = curves.filter { $0.measure == measure }
    let ranked = own.sorted { rank(of: $0) < rank(of: $1) }
    let lines: [any Mark] = ranked.map { curve in
      Line(
        curve.skills.map { Point(x: Double($0.horizon), y: $0.skill) },
        hue: hue(of: curve), stroke: stroke(of: curve), label: curve.model)
    }
    let dots: [any Mark] = own.filter { $0.model == context.simulation.model }.map { curve in
      Dots(curve.skills.map { Point(x: Double($0.horizon), y: $0.skill) }, hue: .blue, radius: 3)
    }
    let caption = skill(of: context.simulation.model, on: measure).map {
      "at \(Self.horizon) years \($0 > 0 ? "+" : "")\(Percent($0).unbroken)"
    }
    return Plot(
      title: measure.heading, subtitle: caption ?? "",
      x: .linear("years ahead"), y: .percent(domain: domain), marks: [Rule(.y(0))] + lines + dots)
  }

  /// What stands in front is drawn last.
  private func rank(of curve: Curve) -> Int {
    switch curve.model {
    case context.simulation.model: 2
    case Self.straightLine: 1
    default: 0
    }
  }

  private func hue(of curve: Curve) -> Hue {
    [.muted, .vermilion, .blue][rank(of: curve)]
  }

  private func stroke(of curve: Curve) -> Stroke {
    Stroke(width: [0.75, 1.5, 2.25][rank(of: curve)])
  }

  private var legend: [Legend.Entry] {
    let model = context.simulation.model
    let own = Legend.Entry(
      .line(.blue, Stroke(width: 2.25)), "this forecast’s method (\(model))")
    return (curves.contains { $0.model == model } ? [own] : [])
      + [
        .init(.line(.vermilion, Stroke(width: 1.5)), "a straight line through the last years"),
        .init(.line(.muted, Stroke(width: 0.75)), "the other methods"),
        .init(.line(.ink, .thin), "base rate: only the gap"),
      ]
  }

  private static let horizon = 20

  private func skill(of model: String, on measure: Measure) -> Double? {
    curves.first { $0.model == model && $0.measure == measure }?
      .skills.first { $0.horizon == Self.horizon }?.skill
  }

  /// On how many measures the model in use, and a straight line, have beaten the base rate.
  private var headline: String {
    let told = measures.filter { skill(of: context.simulation.model, on: $0) != nil }
    let own = told.compactMap { skill(of: context.simulation.model, on: $0) }
    guard let low = own.min(), let high = own.max() else {
      return "No record of the models in use stands behind this forecast yet"
    }
    let better = own.count { $0 > 0 }
    let lines = told.compactMap { skill(of: Self.straightLine, on: $0) }
    let straight = lines.count { $0 > 0 }
    let tail =
      lines.isEmpty
      ? "" : "; a straight line has done so on \(Cardinal(straight)) of \(Cardinal(lines.count))"
    let saved = "by \(Percent(low).unbroken) to \(Percent(high).unbroken) of the error"
    return "Forecasts \(Self.horizon) years ahead have beaten knowing only the gap on "
      + (better == own.count
        ? "all \(Cardinal(own.count)) measures, \(saved)"
        : "\(Cardinal(better)) of \(Cardinal(own.count)) measures") + tail
  }

  private var description: String {
    let parts = measures.map { measure in
      let told = curves.filter { $0.measure == measure && rank(of: $0) > 0 }.map { curve in
        let skills = curve.skills.map { point in
          "\(point.horizon) years \(Numeral.fixed(point.skill, places: 2))"
        }
        return "\(curve.model) \(skills.joined(separator: ", "))"
      }
      return "\(measure.heading): \(told.joined(separator: "; "))."
    }
    return "Lines of skill by years ahead, a panel a measure. " + parts.joined(separator: " ")
  }
}
