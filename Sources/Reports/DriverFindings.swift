import Forecasting
import Panels

/// What moves a contest: its drivers' parts, what each may change, and what scenarios make of it.
public struct DriverFindings: Sendable {
  static let none = DriverFindings()

  /// Of the measures whose drivers are few.
  let decompositions: [Decomposition]
  /// On the first measure on which the challenger is behind.
  let tornado: Tornado?
  let comparison: ScenarioComparison?

  /// So many futures say whether a scenario changes anything.
  private static let probed = 256
  /// How far back, and ahead, drivers are told, in years.
  static let span = 25
  private static let preferred = [Measure.outputMER, .outputPPP, .spendingMER]

  /// Of which of some measures drivers and scenarios are told.
  static func measures(among all: [Measure]) -> [Measure] {
    let found = preferred.compactMap { wanted in all.first { $0.name == wanted.name } }
    return found.isEmpty ? Array(all.prefix(1)) : found
  }

  init(
    decompositions: [Decomposition] = [], tornado: Tornado? = nil,
    comparison: ScenarioComparison? = nil
  ) {
    self.decompositions = decompositions
    self.tornado = tornado
    self.comparison = comparison
  }

  /// Gathers what some charts show; what cannot be taken apart is left out.
  ///
  /// - Parameters:
  ///   - forecasts: Of the contest.
  ///   - forecaster: Who made them.
  ///   - scenarios: To be compared; those that cannot be laid on the contest are left out.
  ///   - charts: Those that are to be drawn.
  init(
    of forecasts: [CrossingForecast], _ forecaster: Forecaster, _ scenarios: [Scenario],
    for charts: [ProjectChart]
  ) async {
    let contest = forecasts[0].contest
    let measures = Self.measures(among: forecasts.map(\.measure))
    let target = forecaster.origin + min(Self.span, forecaster.options.horizon)
    decompositions =
      charts.contains(.gapChange)
      ? await Self.decompositions(contest, measures, forecaster) : []
    if charts.contains(.tornado), let open = forecasts.first(where: { $0.crossedIn == nil }) {
      let own = try? forecaster.restricted(to: [open.measure])
      let alone = try? await own?.tornado(of: contest, on: open.measure, by: target)
      tornado =
        alone?.baseline == open.crossing
        ? alone : try? await forecaster.tornado(of: contest, on: open.measure, by: target)
    } else {
      tornado = nil
    }
    comparison =
      charts.contains(.scenarios) && !scenarios.isEmpty
      ? await Self.comparison(of: forecasts, measures, forecaster, scenarios) : nil
  }

  private static func decompositions(
    _ contest: Contest, _ measures: [Measure], _ forecaster: Forecaster
  ) async -> [Decomposition] {
    guard let own = try? forecaster.restricted(to: measures) else { return [] }
    var found: [Decomposition] = []
    for measure in measures {
      // A measure that is no sum of products has no parts to show.
      if let parts = try? await own.decomposition(
        of: contest, on: measure, since: forecaster.origin - span)
      {
        found.append(parts)
      }
    }
    return found
  }

  private static func comparison(
    of forecasts: [CrossingForecast], _ measures: [Measure], _ forecaster: Forecaster,
    _ scenarios: [Scenario]
  ) async -> ScenarioComparison? {
    let contest = forecasts[0].contest
    guard let probe = try? forecaster.restricted(to: measures, futures: probed) else { return nil }
    var found: [ScenarioComparison] = []
    if let all = try? await probe.forecast(contest, under: scenarios) {
      found = [all]
    } else {
      // One of them does not fit the contest: each is tried by itself.
      for scenario in scenarios {
        if let one = try? await probe.forecast(contest, under: [scenario]) { found.append(one) }
      }
    }
    let changing = found.flatMap(\.changing)
    guard !changing.isEmpty else { return nil }
    let own = try? await forecaster.restricted(to: measures).forecast(contest, under: changing)
    if let own, own.isExpecting(forecasts) { return own }
    return try? await forecaster.forecast(contest, under: changing)
  }
}

extension ScenarioComparison {
  /// Whether what it expects is what was forecast.
  fileprivate func isExpecting(_ forecasts: [CrossingForecast]) -> Bool {
    baseline.allSatisfy { own in
      forecasts.contains { told in
        told.measure == own.measure && told.crossing == own.crossing
          && told.reversal == own.reversal
      }
    }
  }

  /// The scenarios that change any ratio.
  fileprivate var changing: [Scenario] {
    alternatives.filter { alternative in
      zip(alternative.forecasts, baseline).contains { changed, before in
        zip(changed.quantiles.values, before.quantiles.values).contains { $0 != $1 }
      }
    }.map(\.scenario)
  }
}
