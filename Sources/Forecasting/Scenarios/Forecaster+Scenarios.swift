import Panels

extension Forecaster {
  /// Forecasts a contest as it is expected and under each of some scenarios.
  ///
  /// All forecasts are of the same fits and random numbers, so that differences are the
  /// scenarios' own and none of sampling.
  ///
  /// - Throws: Why a measure or a scenario cannot be forecast.
  public func forecast(
    _ contest: Contest, under scenarios: [Scenario]
  ) async throws(ForecastError) -> ScenarioComparison {
    let fitted = try fitted(to: contest)
    let baseline = await forecasts(of: fitted.records, fitted.fits, fitted.context)
    var alternatives: [ScenarioComparison.Alternative] = []
    for scenario in scenarios {
      let changed = try await fitted.under(scenario, figures: figures)
      alternatives.append(
        .init(
          scenario: scenario,
          forecasts: await forecasts(of: changed.records, changed.fits, changed.context)))
    }
    return ScenarioComparison(baseline: baseline, alternatives: alternatives)
  }

  /// What scenarios may know at the origin.
  var figures: ScenarioFigures {
    ScenarioFigures(
      origin: origin, known: data,
      projections: origin >= PopulationUN.published ? projections : nil)
  }
}

extension FittedContest {
  /// The same fits and records as a scenario changes them.
  func under(
    _ scenario: Scenario, figures: ScenarioFigures
  ) async throws(ForecastError) -> FittedContest {
    do throws(ScenarioError) {
      var changed: [JointFit] = []
      for fit in fits {
        changed.append(
          fit.under(try await ScenarioEffect(scenario, fit: fit, figures: figures)))
      }
      let probe = fits[0].block(0, seed: Pilot.seed)
      return FittedContest(
        contest: contest, fits: changed,
        records: try records.map { record throws(ScenarioError) in
          try record.under(scenario.memberships, in: probe)
        }, context: context)
    } catch {
      throw .scenario(error)
    }
  }
}
