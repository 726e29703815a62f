import Models
import Panels
import RealModule

extension Forecaster {
  /// Says what moved a contest's ratio, and what moves it along the median future.
  ///
  /// - Parameters:
  ///   - contest: Whose ratio.
  ///   - measure: One of the options', a sum of products of indicators and shares.
  ///   - first: The first year of the past to be explained.
  /// - Returns: The changes year by year.
  /// - Throws: Why the measure cannot be taken apart or forecast.
  public func decomposition(
    of contest: Contest, on measure: Measure, since first: Int
  ) async throws(ForecastError) -> Decomposition {
    let fitted = try fitted(to: contest)
    let record = try fitted.record(on: measure)
    guard let terms = record.measure.formula.terms else {
      throw .notDecomposable(measure.name)
    }
    let ahead = await medianFuture(of: record, fitted)
    return Decomposition(
      measure: record.measure, contest: contest,
      past: record.steps(
        terms, past, in: max(first, past.years.lowerBound)...record.origin, context: .past),
      future: record.steps(
        terms, ahead, in: record.origin...origin + options.horizon, context: fitted.context))
  }

  /// The future in which everything takes its median, from the last year of a record.
  private func medianFuture(of record: Record, _ fitted: FittedContest) async -> Futures<Double> {
    let formula = record.measure.formula
    let needsSystem = !formula.totals.isEmpty
    let powers = needsSystem ? fitted.fits[0].powers : record.involved
    let rows = formula.indicators.flatMap { indicator in
      powers.map { PilotRow(indicator: indicator, power: $0) }
    }
    let medians = await Pilot(fitted, record).medians(of: rows, count: needsSystem ? 512 : 2048)
    var futures = Futures<Double>(
      years: record.origin...origin + options.horizon, powers: powers, lanes: 1)
    for indicator in formula.indicators {
      var levels = [Double](repeating: .nan, count: futures.years.count * powers.count)
      for (place, power) in powers.enumerated() {
        for year in futures.years {
          let median = medians[PilotRow(indicator: indicator, power: power)]?[year]
          var level = [median ?? .nan]
          indicator.scale.restore(&level)
          levels[futures.offset(year: year, row: place)] =
            data[indicator]?[power, year] ?? level[0]
        }
      }
      futures.levels[indicator.name] = levels
    }
    return futures
  }
}

extension FittedContest {
  func record(on measure: Measure) throws(ForecastError) -> Forecaster.Record {
    guard let record = records.first(where: { $0.measure.name == measure.name }) else {
      throw .sideWithoutMeasure(contest.challenger, measure: measure.name)
    }
    return record
  }
}

extension Forecaster.Record {
  /// The members of both sides, and the power that others are measured against.
  var involved: [Power] {
    let members = challengers + incumbents
    return members.contains(.unitedStates) ? members : members + [.unitedStates]
  }

  /// The changes from each year to the next in which both sides are known.
  fileprivate func steps(
    _ terms: [FormulaTerm], _ futures: Futures<Double>, in years: ClosedRange<Int>,
    context: FormulaContext
  ) -> [Decomposition.Step] {
    func side(_ side: Side, _ powers: [Power]) -> SideDrivers {
      SideDrivers(
        terms, futures, rows: powers.compactMap { futures.powers.firstIndex(of: $0) },
        weights: powers.map(side.weight),
        context: context)
    }
    let (above, below) = (
      side(contest.challenger, challengers), side(contest.incumbent, incumbents)
    )
    let known = years.filter { above.total(in: $0) > 0 && below.total(in: $0) > 0 }
    return zip(known, known.dropFirst()).map { first, last in
      let (raising, lowering) = (
        above.effects(from: first, to: last), below.effects(from: first, to: last)
      )
      return Decomposition.Step(
        firstYear: first, lastYear: last,
        ratios: (
          above.total(in: first) / below.total(in: first),
          above.total(in: last) / below.total(in: last)
        ),
        effects: above.names.indices.map {
          Decomposition.Effect(
            driver: above.names[$0], challenger: raising[$0], incumbent: lowering[$0])
        })
    }
  }
}
