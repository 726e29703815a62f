import Balancing
import Charts
import Forecasting
import Panels

extension ReportSection {
  /// Whether arming answers arming.
  static let armsRace = ReportSection(
    name: "arms-race", template: PackageResources.arms_race_mustache
  ) { findings in
    guard let chart = findings.balance.armsRace else { return nil }
    let context = findings.context
    let first = chart.races[0]
    let contest = context.words.contest
    let standIns = [(contest.challenger, first.first), (contest.incumbent, first.second)]
      .filter { side, power in side.members[0] == power }
      .map { StandIn($0, $1, names: context.names).words }.joined()
    let (one, other) = (context.phrase(first.first), context.phrase(first.second))
    let response = chart.answer(in: first, after: 5)
    func points(_ value: Double) -> String { Numeral.fixed(value, places: 2) }
    let answer = response.map { response in
      "If the burden of \(one) rises by one point of GDP and then follows its own path, that of "
        + "\(other) is \(points(response.median)) points above its own after five years "
        + "(90 %: \(points(response.low)) to \(points(response.high))). "
    }
    let stable =
      "The pair is stable with a probability of \(Percent(first.probabilityOfStability).unbroken); "
      + "before the data it was \(Percent(first.priorProbabilityOfStability).unbroken)."
    let table = Table(
      "report arms-race",
      columns: ["Who answers", "Whom", "Years", "Reaction", "From", "To", "Loop gain", "Stable"],
      rows: chart.races.flatMap { race in
        [(race.second, race.first, true), (race.first, race.second, false)].map {
          own, rival, isSecond in
          let reaction = race.summary { isSecond ? $0.reaction.second : $0.reaction.first }
          return [
            .text(context.names.name(of: own)), .text(context.names.name(of: rival)),
            .text("\(race.years.lowerBound)–\(race.years.upperBound)"), cell(reaction?.median),
            cell(reaction?.low), cell(reaction?.high),
            cell(race.summary(\.loopGain)?.median), .probability(race.probabilityOfStability),
          ]
        }
      })
    return SectionContent(["now": standIns + (answer ?? "") + stable], tables: ["reactions": table])
  }

  private static func cell(_ value: Double?) -> Table.Cell { value.map { .ratio($0) } ?? .missing }
}
