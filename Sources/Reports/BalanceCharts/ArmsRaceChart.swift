public import Balancing
public import Charts
import Forecasting
public import Panels

/// What a pair's second state does after the first's burden rises by one point.
public struct ArmsRaceChart: Sendable {
  private let races: [ArmsRace]
  private let horizon: Int
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
  }

  public var chart: Chart {
    Chart(
      title: headline,
      subtitle: "Burden beyond its path in the years after the first state’s burden rose by one "
        + "percentage point of GDP; the second’s ribbon holds 90 %",
      description: description,
      footer: [
        "Richardson’s equations on observed burdens, reactions drawn to zero. A burden answers only "
          + "that of the year before, so that common causes pass for reactions: no cause is shown.",
        "Source: World Bank, which restates SIPRI.",
      ],
      legend: [
        .init(.line(.muted, .dashed), "the first state"), .init(.line(.blue), "the second"),
      ],
      facets: Facets(races.map(plot), sharing: .both, height: 160, leastColumn: 200))
  }

  private func plot(of race: ArmsRace) -> Plot {
    let paths = (0...horizon).map { year in
      (
        first: race.summary { $0.response(years: year)[year].first },
        second: race.summary { $0.response(years: year)[year].second }
      )
    }
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
      subtitle: "stable with \(stable)", x: .linear("years after"), y: .linear(),
      marks: [Rule(.y(0)), ribbon, first, second])
  }

  private var headline: String {
    let answers = races.filter { ($0.summary { $0.reaction.second }?.low ?? 0) > 0 }
    let first = races[0]
    let pair =
      "\(SideName(Side(first.second), names: names).words) to "
      + SideName(Side(first.first), names: names).words
    let isSure = answers.contains { $0.first == first.first && $0.second == first.second }
    let words = isSure ? "shows" : "does not show"
    return "The record \(words) that burdens of \(pair) react; they do in \(answers.count) of "
      + "\(races.count) pairs"
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
