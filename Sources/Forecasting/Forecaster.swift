public import Models
public import Panels
import Probability
import RealModule

/// Draws joint futures of all powers and says when challengers pass incumbents.
public struct Forecaster: Sendable {
  /// What happens to a measure that cannot be forecast for a contest.
  public enum Need: Sendable {
    /// It stops the forecast.
    case every
    /// It is left out, unless none is left.
    case any
  }

  public struct Options: Sendable {
    public var need = Need.every
    public var measures = Measure.catalogue
    public var models: [any Model] = [Pooled()]
    public var pool = ModelPool.equal
    /// How many years ahead of the origin.
    public var horizon = 50
    public var futures = 10_000
    public var seed: UInt64 = 1
    /// How many of the largest powers are simulated, next to those of the contest.
    public var powers = 60
    public var population = PopulationSource.model

    public init() {}
  }

  public let data: DataSet
  public let origin: Int
  public let options: Options
  /// How good such forecasts have been, if a record is at hand.
  public let record: ForecastRecord?
  let past: Futures<Double>
  let measures: [Measure]
  /// The measure by which the powers to simulate are chosen, whichever are asked for.
  private let ranked: Measure
  let projections: DataSet

  /// Prepares forecasts from what was known at an origin.
  ///
  /// - Parameters:
  ///   - data: Everything; what is later than the origin is not used.
  ///   - origin: The last year known, or nothing for the last year of the data.
  ///   - options: What to forecast and how.
  ///   - record: How good such forecasts have been.
  /// - Throws: The property of data or options that stops it.
  public init(
    _ data: DataSet, origin: Int? = nil, options: Options, record: ForecastRecord? = nil
  ) throws(ForecastError) {
    let measures = options.measures.map { $0.resolved(in: data, knownBy: origin) }
    let indicators = JointFit.modelled(measures, carried: [])
    for measure in measures {
      if let missing = measure.missing(from: data).first {
        throw .measureWithoutData(measure.name, missing: missing.name)
      }
    }
    let panels = indicators.compactMap { data[$0] }
    let last = panels.compactMap(\.lastYear).max() ?? 0
    let first = panels.map(\.years.lowerBound).min() ?? 0
    if let origin, origin > last { throw .originAfterData(origin, last: last) }
    if let origin, origin < first { throw .originBeforeData(origin, first: first) }
    self.origin = origin ?? last
    self.options = options
    self.record = record
    self.measures = measures
    self.data = data.known(by: self.origin)
    projections = data
    let carried = CarriedIndicator.all.flatMap { [$0.indicator] + $0.driver.indicators }
    let ranking = Measure.outputPPP.resolved(in: data)
    ranked = ranking.missing(from: data).isEmpty ? ranking : measures[0]
    past = Futures(
      past: self.data,
      of: Array(Set(indicators + carried + ranked.formula.indicators))
        .sorted { $0.name < $1.name })
  }
}

extension Forecaster {
  /// Forecasts a contest on every measure from the same futures.
  ///
  /// - Throws: Why a measure that is needed cannot be forecast for both sides.
  public func forecast(
    _ contest: Contest
  ) async throws(ForecastError) -> [CrossingForecast] {
    let fitted = try fitted(to: contest)
    return await forecasts(of: fitted.records, fitted.fits, fitted.context)
  }

  /// Fits the models of a contest and reads its record on every measure.
  func fitted(to contest: Contest) throws(ForecastError) -> FittedContest {
    let powers = simulated(for: contest)
    let fits = try fits(of: powers)
    // One block of each fit tells which measures it can draw.
    let probes = concurrently(fits) { $0.block(0, seed: options.seed) }
    let histories = concurrently(measures) { measure in
      Result { () throws(ForecastError) in try record(of: contest, on: measure) }
    }
    let records = try available(Array(measures.indices)) { index throws(ForecastError) in
      let measure = measures[index]
      var record = try histories[index].get()
      let able = try able(fits) { index throws(ForecastError) in
        try requireFutures(of: record, in: fits[index], probes[index])
      }
      record.quotas = Forecaster.Quotas(
        events: shares(of: measure, able: able).counts(of: options.futures),
        levels: levelShares(of: measure, able: able).counts(of: options.futures))
      return record
    }
    let context = FormulaContext(
      for: measures.map(\.formula), past: past, simulated: powers)
    return FittedContest(contest: contest, fits: fits, records: records, context: context)
  }

  /// Draws futures and counts crossings.
  func forecasts(
    of records: [Record], _ fits: [JointFit], _ context: FormulaContext
  ) async -> [CrossingForecast] {
    let tallies = await draw(fits, records, context)
    return concurrently(Array(zip(records, tallies))) { mixed($0.0.forecast(from: $0.1)) }
  }

  /// The records of the measures that can be forecast, as far as they are needed.
  private func available(
    _ places: [Int], _ record: (Int) throws(ForecastError) -> Record
  ) throws(ForecastError) -> [Record] {
    var records: [Record] = []
    var refusal: ForecastError?
    for place in places {
      do throws(ForecastError) {
        records.append(try record(place))
      } catch {
        if options.need == .every { throw error }
        refusal = refusal ?? error
      }
    }
    if records.isEmpty, let refusal { throw refusal }
    return records
  }

  /// Fits all the models to what some powers' futures need.
  func fits(of powers: [Power]) throws(ForecastError) -> [JointFit] {
    let last = origin + options.horizon + CrossingForecast.durableYears - 1
    let fits = JointFit.fits(
      of: options.models, data: data, past: past, measures: measures, powers: powers,
      lastYear: last)
    guard options.population == .un else { return fits }
    if origin < PopulationUN.published {
      throw .projectionAfterOrigin(origin, published: PopulationUN.published)
    }
    guard
      let population = PopulationUN(data, projections: projections, powers: powers, origin: origin)
    else { throw .measureWithoutData(Indicator.population.name, missing: "population.un") }
    return fits.map { $0.replacing(population, data: data, past: past) }
  }

  /// The powers whose futures are drawn: the largest at the origin, then the contest's own.
  func simulated(for contest: Contest) -> [Power] {
    simulated(with: contest.challenger.members + contest.incumbent.members)
  }

  /// The powers whose futures are drawn: the largest at the origin, then those needed.
  func simulated(with members: [Power]) -> [Power] {
    let rows = Array(past.powers.indices)
    let values = ranked.formula.values(in: past, rows: rows, context: .past)
    let sizes = rows.compactMap { row -> (Power, Double)? in
      let recent = max(past.years.lowerBound, origin - Runs.staleAfter)...origin
      let size = recent.reversed().lazy
        .filter { past.years.contains($0) }
        .map { values[past.offset(year: $0, row: row)] }
        .first { !$0.isNaN }
      return size.map { (past.powers[row], $0) }
    }
    let largest = sizes.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(options.powers).map(\.0)
    let needed = [.unitedStates] + members
    var powers = largest
    for power in needed where !powers.contains(power) && past.powers.contains(power) {
      powers.append(power)
    }
    return powers
  }

  private func draw(
    _ fits: [JointFit], _ records: [Record], _ context: FormulaContext
  ) async -> [CrossingTally] {
    let counts = fits.indices.map { fit in records.map { $0.quotas.drawn(by: fit) }.max() ?? 0 }
    let deal = BlockDeal(
      fits: fits, counts: counts, seed: options.seed,
      wanted: fits.indices.map { Record.wanted(of: records, by: $0) })
    let plan = FormulaPlan(records.map(\.measure.formula))
    let involved = Set(records.flatMap(\.involved)).sorted()
    return await deal.tally(
      into: records.map { $0.emptyTally(until: origin + options.horizon) },
      record: { tallies, index in
        let block = deal.block(index)
        let futures = block.futures
        let powers = involved.filter(futures.powers.contains)
        func lanes(_ quotas: [Int]) -> Int { block.lanes(amongFirst: quotas[block.fit]) }
        let values = plan.values(
          in: futures, rows: powers.compactMap { futures.powers.firstIndex(of: $0) },
          context: context
        ) { block.lanes(amongFirst: records[$0].quotas.drawn(by: block.fit)) > 0 }
        for (place, record) in records.enumerated() where !values[place].isEmpty {
          tallies[place].record(
            record.ratios(of: values[place], powers, in: futures),
            firstYear: futures.years.lowerBound, lanes: futures.lanes,
            used: lanes(record.quotas.events), sketched: lanes(record.quotas.levels))
        }
      },
      merge: { sums, tallies in
        for place in sums.indices { sums[place].merge(tallies[place]) }
      })
  }
}
