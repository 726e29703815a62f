public import Balancing
public import Charts
import Forecasting
public import Panels

/// What a pair's second state does after the first's burden rises by one point.
public struct ArmsRaceChart: Sendable {
  let races: [ArmsRace]
  private let horizon: Int
  private let courses: [String: [(first: ArmsRaceSummary?, second: ArmsRaceSummary?)]]
  private let names: DataSet

  /// Fails without a race.
  ///
  /// - Parameters:
  ///   - races: At most nine are drawn.
  ///   - horizon: How many years are followed.
  ///   - names: What powers are called.
  public init?(_ races: [ArmsRace], horizon: Int, names: DataSet) {
    guard !races.isEmpty else { return nil }
    self.races = Array(races.prefix(9))
    self.horizon = horizon
    self.names = names
    let courses = self.races.map { ($0.first.code + $0.second.code, Self.paths($0, horizon)) }
    self.courses = Dictionary(courses) { first, _ in first }
  }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Military burdens in the years after the first state’s burden rose by one "
        + "percentage point of GDP, in points of GDP beyond what it would have been; the ribbon holds "
        + "90 % and is cut off where it leaves the scale",
      description: description,
      footer: [
        "Richardson’s equations on observed burdens, reactions drawn to zero. A burden answers only "
          + "that of the year before, so that common causes pass for reactions: no cause is shown.",
        SourceCredits.line("World Bank, which restates SIPRI", names),
      ],
      legend: [
        .init(.line(.muted, .dashed), "the first state"), .init(.line(.blue), "the second"),
        .init(.area(.blue, opacity: 0.2), "90\u{A0}% of draws"),
      ],
      facets: Facets(races.map(plot), sharing: .both, height: 160, leastColumn: 190))
  }

  /// What both have beyond their paths in each year after the first's burden rose by one point.
  private static func paths(
    _ race: ArmsRace, _ horizon: Int
  ) -> [(first: ArmsRaceSummary?, second: ArmsRaceSummary?)] {
    let responses = race.draws.map { $0.response(years: horizon) }
    return (0...horizon).map { year in
      (
        ArmsRaceSummary(responses.map { $0[year].first }),
        ArmsRaceSummary(responses.map { $0[year].second })
      )
    }
  }

  /// What the second state of a pair has beyond its path some years after the first's rose.
  func answer(in race: ArmsRace, after years: Int) -> ArmsRaceSummary? {
    guard let course = courses[race.first.code + race.second.code], course.indices.contains(years)
    else { return nil }
    return course[years].second
  }

  private func plot(of race: ArmsRace) -> Plot {
    let paths = courses[race.first.code + race.second.code] ?? []
    let first = Line(
      paths.enumerated().map { Point(x: Double($0), y: $1.first?.median ?? .nan) }, hue: .muted,
      stroke: .dashed)
    let second = Line(
      paths.enumerated().map { Point(x: Double($0), y: $1.second?.median ?? .nan) }, hue: .blue)
    let ribbon = Ribbon(
      paths.enumerated().compactMap { year, path in
        path.second.map { .init(x: Double(year), lower: $0.low, upper: $0.high) }
      }, hue: .blue)
    let stable = Percent(race.probabilityOfStability).unbroken
    return Plot(
      title: "\(names.name(of: race.first)) → \(names.name(of: race.second))",
      subtitle: "chance that it comes to rest: \(stable)", x: .linear("years after"),
      y: .linear(domain: -1...1.25),
      marks: [Rule(.y(0)), ribbon, first, second])
  }

  /// A row a pair and year after the rise.
  var table: Table {
    func cells(_ summary: ArmsRaceSummary?) -> [Table.Cell] {
      [summary?.median, summary?.low, summary?.high].map { $0.map { .ratio($0) } ?? .missing }
    }
    return Table(
      "report arms-race",
      columns: [
        "first", "second", "stable", "years_after", "first_response", "first_low", "first_high",
        "second_response", "second_low", "second_high",
      ],
      rows: races.flatMap { race in
        (courses[race.first.code + race.second.code] ?? []).enumerated().map { year, path in
          [
            .text(race.first.code), .text(race.second.code),
            .probability(race.probabilityOfStability), .count(year),
          ] + cells(path.first) + cells(path.second)
        }
      })
  }

  private var headline: String {
    let answers = races.filter { ($0.summary { $0.reaction.second }?.low ?? 0) > 0 }
    func name(_ power: Power) -> String { SideName(Side(power), names: names).words }
    let first = races[0]
    let isSure = answers.contains { $0.first == first.first && $0.second == first.second }
    let second = Side(first.second)
    let answer =
      "\(name(first.second)) \(second.verb("answers", "answer")) \(name(first.first).possessive) arming"
    let opening =
      isSure
      ? "The record shows that \(answer)" : "The record does not show that \(answer)"
    guard races.count > 1 else { return opening }
    let named = answers.prefix(2).map { "\(name($0.second)) to \(name($0.first))" }
    return opening + "; in \(Cardinal(answers.count)) of \(Cardinal(races.count)) pairs the second "
      + "state does answer the first"
      + (isSure || answers.isEmpty || answers.count > 2
        ? "" : ": \(named.joined(separator: " and "))")
  }

  private var description: String {
    let words = races.map { race in
      let reaction = race.summary { $0.reaction.second }
      let value = reaction.map { Numeral.fixed($0.median, places: 2) } ?? "unknown"
      return "\(names.name(of: race.second)) to \(names.name(of: race.first)) \(value)"
    }
    return "A panel a pair. Reactions in points a year and point: \(words.joined(separator: ", "))."
  }
}
