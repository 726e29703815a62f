import Balancing
import Charts
import Forecasting
import Panels

extension ReportSection {
  /// Who leans away without arms.
  static let soft = ReportSection(
    name: "soft", template: PackageResources.soft_mustache
  ) { findings in
    let contest = findings.context.words.contest
    let isPair = contest.challenger.members.count == 1 && contest.incumbent.members.count == 1
    guard let chart = findings.balance.soft else {
      let isKnown = findings.balance.threat != nil || findings.balance.alignment != nil
      return isPair || !isKnown
        ? nil
        : SectionContent(
          leftOut: "Left out: votes and agreements are compared with those of one leader and one "
            + "rival, and a side of this contest is several states.")
    }
    let names = findings.context.names
    let signs = chart.states.map {
      chart.record.signs(of: $0, in: chart.last, against: chart.baseline)
    }
    let shares = signs.compactMap { try? $0.agreementShare.get().value }
    let most = shares.max().map { "at most \(Percent($0).unbroken)" } ?? "an unknown share"
    return SectionContent(
      [
        "now": chart.headline + ". Of the pairs of signatures under trade agreements of each of "
          + "these states \(most) join \(findings.context.words.challenger) and leave "
          + "\(findings.context.words.incumbent) out.",
        "past": missed(chart, of: findings.context.words.incumbent),
        "signCaption": "Signs in \(chart.last), each beside the state’s own trend",
      ], tables: ["signs": table(signs, names)])
  }

  /// How many states left their trends, in which direction and beyond the trends’ intervals.
  private static func missed(_ chart: SoftChart, of leader: String) -> String {
    func told(_ states: [(state: Power, departure: Double, isOpen: Bool)]) -> String {
      let beyond = states.count { !$0.isOpen }
      let most =
        switch beyond {
        case 0: "none by more"
        case states.count: states.count == 1 ? "by more" : "all by more"
        default: "\(Cardinal(beyond)) of them by more"
        }
      return most + " than the trend’s 90 % interval"
    }
    let farther = chart.departures.filter { $0.departure > 0 }
    let nearer = chart.departures.filter { $0.departure <= 0 }
    let parts = [(farther, "farther from"), (nearer, "nearer to")].map { states, side in
      "\(Cardinal(states.count)) stood \(side) \(leader) than their trends had it"
        + (states.isEmpty ? "" : ", \(told(states))")
    }
    return "The trends of \(chart.baseline.first)–\(chart.baseline.end) were carried on to "
      + "\(chart.last): of \(Cardinal(chart.departures.count)) states "
      + parts.joined(separator: "; ") + ". A straight trend is a poor prophet."
  }

  private static func table(_ signs: [SoftBalancing], _ names: DataSet) -> Table {
    Table(
      "report soft",
      columns: [
        "State", "Distance in votes", "By its trend", "Departure", "p", "Signatures of the kind",
        "Groups",
      ],
      rows: signs.map { signs in
        // Why a sign is missing is told by the command.
        let distance = try? signs.distance.get()
        let share = try? signs.agreementShare.get().value
        func cell(_ value: Double?) -> Table.Cell { value.map { .ratio($0) } ?? .missing }
        return [
          .text(names.name(of: signs.state)), cell(distance?.value), cell(distance?.counterfactual),
          cell(distance?.departure), distance?.significance.map { .significance($0) } ?? .missing,
          share.map { .probability($0) } ?? .missing,
          .text(signs.groups.joined(separator: ", ")),
        ]
      })
  }
}
