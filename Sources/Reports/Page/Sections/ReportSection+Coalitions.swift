import Balancing
import Charts
import Forecasting
import Panels

extension ReportSection {
  /// Who must stand together to match the leader.
  static let coalitions = ReportSection(
    name: "coalitions", template: PackageResources.coalitions_mustache
  ) { findings in
    guard let words = CoalitionWords(findings) else { return nil }
    return SectionContent(
      [
        "minimal": words.standIn + words.minimal, "pivotCaption": words.caption, "past": words.past,
      ],
      tables: ["pivots": words.pivots])
  }
}

/// What the section on coalitions tells in numbers, of military spending at market rates.
private struct CoalitionWords {
  private let field: BalanceField
  private let found: MinimalCoalitions
  private let indices: PowerIndices?
  private let context: ChartContext

  /// Nothing where the findings have none.
  init?(_ findings: Findings) {
    guard let coalitions = findings.balance.coalitions else { return nil }
    field = coalitions.field
    found = coalitions.found
    indices = coalitions.indices
    context = findings.context
  }

  private func name(_ power: Power) -> String { context.phrase(power) }

  /// Who stands for an incumbent of several, and that its allies are counted among the others.
  var standIn: String {
    let side = context.words.contest.incumbent
    let role = "\(side.verb("its", "their")) largest spender"
    let words = StandIn(side, field.leader.power, as: role, names: context.names).words
    let isBeside = field.others.contains { side.members.contains($0.power) }
    return words
      + (isBeside ? "Its allies are counted among those who might stand against it. " : "")
  }

  var minimal: String {
    let leader = name(field.leader.power)
    let count = field.others.count
    guard let first = found.coalitions.first else {
      return "In \(field.year) the \(Cardinal(count)) largest other spenders together do not reach "
        + "\(leader)."
    }
    let members = first.members.map(name)
    let list = members.count < 3 ? members.joined(separator: " and ") : Self.list(members)
    return "In \(field.year) there are \(Numeral.grouped(found.count)) coalitions of the "
      + "\(Cardinal(count)) next spenders that reach \(leader) and would not without any one of "
      + "their members; the smallest is \(list), with \(Numeral.fixed(first.ratio, places: 2)) "
      + "times the spending of \(leader)."
  }

  private static func list(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  var caption: String {
    "How often each is pivotal in reaching \(name(field.leader.power)), military spending at market "
      + "rates, \(field.year)"
  }

  var pivots: Table {
    Table(
      "report coalitions",
      columns: ["Power", "Over the leader", "Pivotal", "In minimal coalitions"],
      rows: zip(field.others, found.memberships).enumerated().map { place, entry in
        let (player, memberships) = entry
        return [
          .text(context.names.name(of: player.power)), .ratio(player.level / field.leader.level),
          indices.map { .probability($0.shapleyShubik[place]) } ?? .missing,
          .count(memberships),
        ]
      })
  }

  /// That the incumbent has no group, or which ones it shares with the challenger.
  private func withoutGroup(in year: Int) -> String {
    let contest = context.words.contest
    let shared = context.names.groups(of: contest.incumbent, without: nil, in: year).map(\.name)
    let opening =
      "\(context.words.incumbent.capitalizedFirst) \(contest.incumbent.verb("is", "are")) in no "
      + "larger group"
    guard !shared.isEmpty else { return opening + " on record." }
    let list = shared.count == 1 ? shared[0] : Self.list(shared)
    return "\(opening) that leaves \(context.words.challenger) out: \(list) "
      + "\(shared.count == 1 ? "has" : "have") "
      + "\(contest.challenger.members.count == 1 ? "both" : "members of both")."
  }

  /// The incumbent's group, or itself where it is one, against the challenger: for allies worth a half to all.
  var past: String {
    let contest = context.words.contest
    let last = field.coverage.upperBound
    let groups = context.names.groups(of: contest.incumbent, without: contest.challenger, in: last)
    let isSeveral = contest.incumbent.members.count > 1
    guard isSeveral || !groups.isEmpty else { return withoutGroup(in: last) }
    let name = groups.first?.name ?? context.words.incumbent
    let parts = [last - 24, last - 14, last].compactMap { year -> String? in
      func side(_ members: [Power]) -> [(power: Power, level: Double)] {
        members.compactMap { power in field.record[power, year].map { (power, $0) } }
      }
      let joined = groups.first?.members(in: year) ?? []
      let others = joined.filter { !contest.incumbent.members.contains($0) }
      let (top, bottom) = (
        side(contest.incumbent.members + others), side(contest.challenger.members)
      )
      guard !top.isEmpty, !bottom.isEmpty else { return nil }
      let ratios = [0.5, 1].map { CoalitionRatio(top, over: bottom, reliability: $0).ratio }
      return "\(Numeral.fixed(ratios[0], places: 1)) and \(Numeral.fixed(ratios[1], places: 1)) in "
        + "\(year)"
    }
    return "The members of \(name) together had so many times the military spending of "
      + "\(context.words.challenger), allies counted for half of what they spend and in full: "
      + parts.joined(separator: ", ") + "."
  }
}
