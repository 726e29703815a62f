import Models
import Panels
import Probability

extension Forecaster {
  /// Draws the leading powers' futures on a measure: the same futures as a contest's forecast.
  ///
  /// - Parameters:
  ///   - count: How many powers, those of the contest among them where they are large enough.
  ///   - measure: What they are compared by.
  ///   - contest: Whose futures they are.
  /// - Returns: The powers from the largest downwards.
  /// - Throws: Why the futures cannot be drawn.
  public func trajectories(
    ofLeading count: Int, on measure: Measure, of contest: Contest
  ) async throws(ForecastError) -> Trajectories {
    let measure = measure.resolved(in: data)
    let powers = simulated(for: contest)
    let fits = try fits(of: powers)
    let record = WorldRecord(measure, past: past, data: data)
    let probes = concurrently(fits) { $0.block(0, seed: options.seed) }
    let contestants = contest.challenger.members + contest.incumbent.members
    let able =
      options.pool == .equal
      ? fits.map { _ in true }
      : probes.map { probe in
        contestants.contains { Self.draws(measure, of: $0, in: probe) }
      }
    let shares = levelShares(of: measure, able: able)
    let drawn = powers.filter { power in
      zip(probes, shares.values).allSatisfy { $1 == 0 || Self.draws(measure, of: power, in: $0) }
    }
    let leading = record.leading(count, among: drawn, since: origin - Runs.staleAfter)
    let last = record.years.last { year in leading.allSatisfy { record[$0, year] != nil } }
    guard let last, !leading.isEmpty, last < origin + options.horizon else {
      throw .sideWithoutMeasure(contest.challenger, measure: measure.name)
    }
    let deal = BlockDeal(
      fits: fits, counts: shares.counts(of: options.futures), seed: options.seed)
    let tally = await draw(
      deal, measure, leading,
      TrajectoryTally(
        years: last + 1...origin + options.horizon,
        starts: leading.map { record[$0, last] ?? 1 }))
    return Trajectories(
      measure: measure, pastYears: record.years.lowerBound...last, futureYears: tally.years,
      powers: leading.enumerated().map { index, power in
        let past = record.years.lowerBound...last
        return Trajectory(
          power: power, past: past.map { record[power, $0] ?? .nan },
          pastShares: past.map { record.share(of: power, in: $0) ?? .nan },
          quantiles: tally.quantiles(of: index), meanShares: tally.meanShares(of: index),
          largest: tally.largest(index))
      })
  }

  /// Whether a power has a measure to the end of the futures.
  private static func draws(
    _ measure: Measure, of power: Power, in futures: Futures<Float>
  ) -> Bool {
    guard let row = futures.powers.firstIndex(of: power) else { return false }
    let values = measure.formula.values(in: futures, rows: [row], context: .past)
    return !values.suffix(futures.lanes).contains(where: \.isNaN)
  }

  private func draw(
    _ deal: BlockDeal, _ measure: Measure, _ leading: [Power], _ empty: TrajectoryTally
  ) async -> TrajectoryTally {
    let context = FormulaContext(
      for: [.share(measure.formula)], past: past, simulated: deal.fits[0].powers)
    return await deal.tally(
      into: empty,
      record: { tally, index in
        let block = deal.block(index)
        tally.record(block.futures, measure, leading, context: context, used: block.used)
      }, merge: { $0.merge($1) })
  }
}

extension TrajectoryTally {
  /// Counts the futures of one block.
  mutating func record(
    _ futures: Futures<Float>, _ measure: Measure, _ leading: [Power], context: FormulaContext,
    used: Int
  ) {
    let all = Array(futures.powers.indices)
    let rows = leading.compactMap { futures.powers.firstIndex(of: $0) }
    let values = measure.formula.values(in: futures, rows: all, context: context)
    let shares =
      measure.isShareOfWorld
      ? values
      : Formula.share(measure.formula).values(in: futures, rows: all, context: context)
    for year in years where futures.years.contains(year) {
      let first = futures.offset(year: year, row: 0)
      let cells = first..<first + all.count * futures.lanes
      record(
        year: year, values: values[cells], worldShares: shares[cells], rows: rows,
        lanes: futures.lanes, used: used)
    }
    finish(used)
  }
}
