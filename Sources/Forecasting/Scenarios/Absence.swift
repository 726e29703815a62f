import Panels

/// The years in which one power of a side does not count.
struct Absence: Hashable, Sendable {
  let isIncumbent: Bool
  /// The power's place among those of its side.
  let member: Int
  let years: ClosedRange<Int>
}

extension Forecaster.Record {
  /// The record with sides that powers leave or join.
  ///
  /// - Parameters:
  ///   - changes: Those of coalitions that stand in a side's name; others do not matter.
  ///   - futures: A block of the futures; a power without the measure there does not count.
  /// - Returns: The record, its sides with all who ever belong to them.
  /// - Throws: `notDrawn` for a power that joins.
  func under(
    _ changes: [Deviation.MembershipChange], in futures: Futures<Float>
  ) throws(ScenarioError) -> Self {
    guard !changes.isEmpty else { return self }
    let above = try Roster(contest.challenger, challengers, changes, measure, futures)
    let below = try Roster(contest.incumbent, incumbents, changes, measure, futures)
    return Self(
      measure: measure, contest: contest, history: history, challengers: above.powers,
      incumbents: below.powers,
      absences: above.absences(isIncumbent: false) + below.absences(isIncumbent: true),
      quotas: quotas)
  }
}

/// Who belongs to a side, and when, in the years to come.
private struct Roster {
  private(set) var powers: [Power]
  /// One a power: the first year of membership, and the first after its end.
  private var spells: [(from: Int, to: Int)]

  init(
    _ side: Side, _ members: [Power], _ changes: [Deviation.MembershipChange],
    _ measure: Measure, _ futures: Futures<Float>
  ) throws(ScenarioError) {
    powers = members
    spells = members.map { _ in (.min, .max) }
    let names = side.name.uppercased().split(separator: "+").map(String.init)
    for change in changes.sorted(by: { $0.year < $1.year }) {
      let coalition = change.coalition.uppercased()
      guard coalition == side.name.uppercased() || names.contains(coalition) else { continue }
      for power in change.leaving
      where coalition.contains("+") || !names.contains(power.code) {
        guard let place = powers.lastIndex(of: power) else { continue }
        spells[place].to = min(spells[place].to, change.year)
      }
      for power in change.joining {
        guard let row = futures.powers.firstIndex(of: power) else {
          throw .notDrawn(power, coalition: change.coalition)
        }
        let values = measure.formula.values(in: futures, rows: [row], context: .past)
        if values.suffix(futures.lanes).contains(where: \.isNaN) { continue }
        if let place = powers.lastIndex(of: power), spells[place].to == .max { continue }
        powers.append(power)
        spells.append((change.year, .max))
      }
    }
  }

  func absences(isIncumbent: Bool) -> [Absence] {
    spells.enumerated().flatMap { place, spell in
      var absences: [Absence] = []
      if spell.from > .min {
        absences.append(
          Absence(isIncumbent: isIncumbent, member: place, years: Int.min...spell.from - 1))
      }
      if spell.to < .max {
        absences.append(
          Absence(isIncumbent: isIncumbent, member: place, years: spell.to...Int.max))
      }
      return absences
    }
  }
}
