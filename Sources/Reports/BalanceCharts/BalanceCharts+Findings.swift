import Balancing
import Charts
import Forecasting
import Panels

extension ThreatContestChart: ProjectFigure {
  init?(_ findings: Findings) {
    guard let found = findings.balance.threat else { return nil }
    self = found
  }
}

extension AlignmentChart: ProjectFigure {
  init?(_ findings: Findings) {
    guard let found = findings.balance.alignment else { return nil }
    self = found
  }

  /// Threats rated as usual, to 2018; fails without the list of major powers, or pacts.
  init?(_ relations: Relations, names: DataSet) async {
    // What cannot be rated is not drawn; the command says why.
    guard let majors = names.groups[PowerGroup.majors],
      let field = try? ThreatField.forAlignments(in: names, relations)
    else { return nil }
    let record = await AlignmentRecord(field, majors: majors)
    self.init(record, await AlignmentModel(record, ridge: .none), names: names)
  }
}

extension SoftChart: ProjectFigure {
  init?(_ findings: Findings) {
    guard let found = findings.balance.soft else { return nil }
    self = found
  }

  /// The largest economies besides the two, against their trends of up to ten years ago.
  init?(_ contest: Contest, _ relations: Relations, names: DataSet) {
    guard contest.challenger.members.count == 1, contest.incumbent.members.count == 1 else {
      return nil
    }
    let (leader, rival) = (contest.incumbent.members[0], contest.challenger.members[0])
    let record = SoftRecord(
      relations, groups: Array(names.groups.values), leader: leader, rival: rival)
    let economies = MeasureRecord(Measure.outputPPP.resolved(in: names), data: names)
    guard let last = record.lastYear, let known = economies.coverage()?.upperBound else {
      return nil
    }
    let states = economies.largest(11, in: min(last, known)).filter { $0 != leader && $0 != rival }
    self.init(
      record, of: states, through: last, baseline: .init(end: last - 10, length: 20), names: names)
  }
}

extension EffortChart: ProjectFigure {
  init?(_ findings: Findings) {
    guard let found = findings.balance.effort else { return nil }
    self = found
  }

  /// The last five years of the thirty largest spenders, and the challenger's growth by series.
  init?(_ contest: Contest, names: DataSet) {
    let record = EffortRecord(names)
    guard let last = record.coverage?.upperBound else { return nil }
    let power = contest.challenger.members[0]
    let states = record.largest(30, in: last)
    self.init(
      states.map { record.change(of: $0, over: last - 5...last) },
      growth: SpendingGrowth.years(of: power, in: names), of: power,
      earlier: states.map { record.change(of: $0, over: last - 10...last - 5) }, names: names)
  }
}

extension ArmsRaceChart: ProjectFigure {
  init?(_ findings: Findings) {
    guard let found = findings.balance.armsRace else { return nil }
    self = found
  }
}
