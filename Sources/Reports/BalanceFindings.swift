import Balancing
import Forecasting
import Panels

/// How states balance, as charts of one contest show it: what takes long, or needs pairs of states.
public struct BalanceFindings: Sendable {
  static let none = BalanceFindings()

  /// The orders to come among the major powers.
  let polarity: [PolarityForecast]
  /// With what chance the challenger and those beside it have what the incumbent has.
  let parity: [ParityForecast]
  /// Of the defence alliance of the incumbent.
  let burden: BurdenSharing?
  let threat: ThreatContestChart?
  let alignment: AlignmentChart?
  let soft: SoftChart?
  let effort: EffortChart?
  let armsRace: ArmsRaceChart?
  let coalitions: LeaderCoalitions?

  /// So many futures say what stands beside a forecast: errors of at most 1.6 percentage points.
  private static let futures = 1000

  init(
    polarity: [PolarityForecast] = [], parity: [ParityForecast] = [],
    burden: BurdenSharing? = nil, threat: ThreatContestChart? = nil,
    alignment: AlignmentChart? = nil, soft: SoftChart? = nil, effort: EffortChart? = nil,
    armsRace: ArmsRaceChart? = nil, coalitions: LeaderCoalitions? = nil
  ) {
    self.polarity = polarity
    self.parity = parity
    self.burden = burden
    self.threat = threat
    self.alignment = alignment
    self.soft = soft
    self.effort = effort
    self.armsRace = armsRace
    self.coalitions = coalitions
  }

  /// Gathers what some charts show; what the figures do not hold is left out.
  ///
  /// - Parameters:
  ///   - contest: The rising and the leading side.
  ///   - forecaster: From which figures, and how futures are drawn.
  ///   - relations: What is known of pairs of powers.
  ///   - charts: Those that are to be drawn.
  init(
    _ contest: Contest, _ forecaster: Forecaster, _ relations: Relations?,
    for charts: [ProjectChart]
  ) async {
    let data = forecaster.data
    let known = relations?.known(by: forecaster.origin)
    func pairs(for chart: ProjectChart) -> Relations? { charts.contains(chart) ? known : nil }
    polarity = charts.contains(.polarity) ? await Self.orders(forecaster) : []
    parity = charts.contains(.coalitions) ? await Self.parity(contest, forecaster) : []
    coalitions = charts.contains(.coalitions) ? LeaderCoalitions(contest, in: data) : nil
    burden =
      charts.contains(.burden)
      ? DefenceAlliance.joining(contest.incumbent, in: data, year: forecaster.origin)
        .map { BurdenSharing($0, in: data) } : nil
    armsRace = charts.contains(.armsRace) ? Self.armsRaces(contest, in: data) : nil
    effort = charts.contains(.internal) ? EffortChart(contest, names: data) : nil
    threat = pairs(for: .threat).flatMap { ThreatContestChart(contest, $0, names: data) }
    soft = pairs(for: .soft).flatMap { SoftChart(contest, $0, names: data) }
    if let known = pairs(for: .alignment) {
      alignment = await AlignmentChart(known, names: data)
    } else {
      alignment = nil
    }
  }

  /// That of the sides’ first members, and those of which people ask first.
  static func armsRaces(_ contest: Contest, in data: DataSet) -> ArmsRaceChart? {
    ArmsRaceChart(
      ArmsRace.races(
        beside: contest.challenger.members[0], contest.incumbent.members[0], in: data),
      horizon: 20, names: data)
  }

  private static func orders(_ forecaster: Forecaster) async -> [PolarityForecast] {
    let measures = [Measure.outputPPP, .spendingMER].filter {
      $0.missing(from: forecaster.data).isEmpty
    }
    // A set that cannot be forecast together has no orders to show.
    guard !measures.isEmpty, let majors = forecaster.data.groups[PowerGroup.majors],
      let fewer = try? forecaster.restricted(to: measures, futures: futures),
      let drawn = try? fewer.futures(of: majors.carriedMembers(in: forecaster.origin))
    else { return [] }
    return await PolarityForecast.forecasts(
      of: drawn, by: .modelskiThompson, data: forecaster.data)
  }

  /// The challenger alone, and with the largest powers that are in no group of the incumbent.
  ///
  /// Each coalition has futures of its own members only, which more models can draw than those of
  /// all together.
  private static func parity(_ contest: Contest, _ forecaster: Forecaster) async -> [ParityForecast]
  {
    let data = forecaster.data
    let measure = Measure.spendingMER
    guard contest.incumbent.members.count == 1, let leader = contest.incumbent.members.first,
      measure.missing(from: data).isEmpty,
      let fewer = try? forecaster.restricted(to: [measure], futures: futures)
    else { return [] }
    let record = MeasureRecord(measure.resolved(in: data), data: data)
    let own = contest.challenger.members
    let last = record.coverage()?.upperBound ?? forecaster.origin
    let allies = data.groups(of: contest.incumbent, without: contest.challenger, in: last)
      .flatMap { $0.members(in: last) }
    let others = record.largest(20, in: last).filter {
      $0 != leader && !own.contains($0) && !allies.contains($0)
    }.prefix(2)
    var forecasts: [ParityForecast] = []
    for partners in [[]] + others.map({ [$0] }) + (others.count > 1 ? [Array(others)] : []) {
      // A coalition that cannot be forecast together is left out.
      guard let drawn = try? fewer.futures(of: own + partners + [leader]) else { continue }
      forecasts += await ParityForecast.forecasts(of: [own + partners], against: leader, in: drawn)
    }
    return ParityForecast(joining: forecasts).map { [$0] } ?? []
  }
}
