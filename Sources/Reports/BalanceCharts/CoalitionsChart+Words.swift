import Balancing
import Charts
import Forecasting
import Panels

/// What the chart says of what it shows.
extension CoalitionsChart {
  /// What the challenger has alone, with its largest group, and against the incumbent's.
  static func finding(
    _ panel: Panel, _ pairs: [Pair], _ context: ChartContext
  ) -> String {
    let words = context.words
    func now(_ pair: Pair?) -> Double? {
      panel.ratios.first { $0.label == pair?.label }?.points.last?.ratio
    }
    func times(_ ratio: Double, _ whose: String) -> String {
      ratio < 1
        ? "\(Percent(ratio).unbroken) of \(whose)"
        : "\(Numeral.fixed(ratio, places: 2)) times \(whose)"
    }
    let contest = words.contest
    let rising = context.groups(of: contest.challenger, without: contest.incumbent).first
    let leading = context.groups(of: contest.incumbent, without: contest.challenger).first
    let alone = now(pairs.first)
    let joined = rising.flatMap { group in
      now(pairs.first { $0.label.hasPrefix("\(group.name) / ") }).map { ratio in
        "that of \(group.name) is \(times(ratio, words.incumbent.possessive))"
      }
    }
    let faced = leading.flatMap { group in
      now(pairs.first { $0.label.hasSuffix(" / \(group.name)") }).map { ratio in
        (
          turn: (alone ?? 1 >= 1) != (ratio >= 1),
          words:
            "\(words.challenger.possessive) is \(times(ratio, group.name.possessive))"
        )
      }
    }
    guard let alone else {
      let told = [joined, faced?.words].compactMap(\.self).joined(separator: ", and ")
      return "On \(panel.measure.title) \(told)"
    }
    let opening =
      "\(words.challenger.capitalizedFirst.possessive) \(panel.measure.phrase) is "
      + times(alone, words.incumbent.possessive)
    return [
      opening, joined.map { "; \($0)" },
      faced.map { ", \($0.turn ? "but" : "and") \($0.words)" },
    ].compactMap(\.self).joined()
  }

  var description: String {
    let parts = panels.map { panel in
      let now = panel.ratios.compactMap { ratio in
        ratio.points.last.map {
          "\(ratio.label) \(Numeral.fixed($0.ratio, places: 2)) in \($0.year)"
        }
      }
      return "\(panel.measure.heading): \(now.joined(separator: ", "))."
    }
    return "Lines of ratios over time, a panel a measure. "
      + (parts + futures.map(words)).joined(separator: " ")
  }

  private func words(_ forecast: ParityForecast) -> String {
    let chances = forecast.outlooks.map { outlook in
      "\(name(of: outlook)) \(Percent(outlook.parity.last ?? 0))"
    }
    return "Chance of \(names.name(of: forecast.leader))’s \(forecast.measure.noun) in "
      + "\(forecast.years.upperBound): \(chances.joined(separator: ", "))."
  }

  /// The first comparison now, or the likeliest coalition to come.
  var headline: String {
    if let panel = panels.first, let ratio = panel.ratios.first, let now = ratio.points.last {
      let sides = ratio.label.split(separator: " / ")
      let times = Numeral.fixed(now.ratio, places: 2)
      return "On \(panel.measure.title) \(sides.first ?? "") is \(times) times "
        + "\(sides.last ?? "") in \(now.year)"
    }
    let forecast = futures[0]
    let best = forecast.outlooks.max { ($0.parity.last ?? 0) < ($1.parity.last ?? 0) }
    let chance = Percent(best?.parity.last ?? 0).unbroken
    return "By \(forecast.years.upperBound) \(best.map(name) ?? "no coalition") has the leader’s "
      + "\(forecast.measure.noun) with a chance of \(chance)"
  }

  /// The members, or the smallest group that holds many of them.
  func name(of outlook: ParityForecast.Outlook) -> String {
    if outlook.members.count < 4 {
      return outlook.members.map { names.name(of: $0) }.joined(separator: " + ")
    }
    let all = Set(outlook.members)
    let group = names.groups.values.filter { all.isSubset(of: $0.members(in: last)) }
      .min { ($0.members(in: last).count, $0.name) < ($1.members(in: last).count, $1.name) }
    return group?.name ?? "\(outlook.members.count) powers"
  }
}
