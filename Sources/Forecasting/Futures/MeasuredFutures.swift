public import Panels

/// Joint futures of some powers on some measures, drawn block by block and never stored.
public struct MeasuredFutures: Sendable {
  /// Those that can be forecast for every power.
  public let measures: [Measure]
  public let powers: [Power]
  /// For each measure the years after the last in which all powers have it, up to the horizon.
  public let years: [ClosedRange<Int>]
  /// How many futures there are.
  public let count: Int
  public let seed: UInt64
  let deal: BlockDeal
  let context: FormulaContext
  private let plan: FormulaPlan

  init(
    measures: [Measure], powers: [Power], years: [ClosedRange<Int>], count: Int, seed: UInt64,
    deal: BlockDeal, context: FormulaContext
  ) {
    self.measures = measures
    self.powers = powers
    self.years = years
    self.count = count
    self.seed = seed
    self.deal = deal
    self.context = context
    plan = FormulaPlan(measures.map(\.formula))
  }

  /// Counts all futures.
  ///
  /// Blocks are counted on all cores and merged in their order, so that the result depends on
  /// the seed alone.
  ///
  /// - Parameters:
  ///   - empty: The tally of no future.
  ///   - record: Counts one block.
  ///   - merge: Adds a tally of later blocks.
  /// - Returns: The tally of all futures.
  public func tally<Tally: Sendable>(
    into empty: Tally, record: @escaping @Sendable (inout Tally, MeasuredBlock) -> Void,
    merge: (inout Tally, Tally) -> Void
  ) async -> Tally {
    await deal.tally(into: empty, record: { record(&$0, block($1)) }, merge: merge)
  }

  /// Draws one block and computes the measures on it.
  func block(_ index: Int) -> MeasuredBlock {
    let block = deal.block(index)
    let futures = block.futures
    let rows = powers.compactMap { futures.powers.firstIndex(of: $0) }
    return MeasuredBlock(
      index: index, years: futures.years, powers: powers,
      used: block.used, lanes: futures.lanes,
      values: plan.values(in: futures, rows: rows, context: context))
  }
}

extension Forecaster {
  /// Prepares joint futures of some powers.
  ///
  /// - Throws: Why a measure that is needed cannot be forecast for every power.
  public func futures(of powers: [Power]) throws(ForecastError) -> MeasuredFutures {
    let simulated = simulated(with: powers)
    if let gone = powers.first(where: { !simulated.contains($0) }) {
      throw .sideWithoutMeasure(Side(gone), measure: measures[0].name)
    }
    let fits = try fits(of: simulated)
    let probes = concurrently(fits) { $0.block(0, seed: options.seed) }
    var kept: [Measure] = []
    var isAble = fits.map { _ in true }
    var refusal: ForecastError?
    for measure in measures {
      do throws(ForecastError) {
        let able = try able(fits) { index throws(ForecastError) in
          try requireFutures(of: measure, powers, in: fits[index], probes[index])
        }
        let both = zip(isAble, able).map { $0 && $1 }
        guard both.contains(true) else {
          throw .sideWithoutMeasure(Side(powers[0]), measure: measure.name)
        }
        isAble = both
        kept.append(measure)
      } catch {
        if options.need == .every { throw error }
        refusal = refusal ?? error
      }
    }
    if kept.isEmpty, let refusal { throw refusal }
    return MeasuredFutures(
      measures: kept, powers: powers,
      years: kept.map { lastYear(of: $0, powers) + 1...origin + options.horizon },
      count: options.futures, seed: options.seed,
      deal: BlockDeal(
        fits: fits, counts: shares(of: kept, able: isAble).counts(of: options.futures),
        seed: options.seed),
      context: FormulaContext(
        for: kept.map(\.formula), past: past, simulated: simulated))
  }

  /// The last year in which all of some powers have a measure, or the origin.
  private func lastYear(of measure: Measure, _ powers: [Power]) -> Int {
    let rows = powers.compactMap { past.powers.firstIndex(of: $0) }
    let values = measure.formula.values(in: past, rows: rows, context: .past)
    let known = past.years.last { year in
      let first = (year - past.years.lowerBound) * rows.count
      return !values[first..<first + rows.count].contains(where: \.isNaN)
    }
    return known ?? origin
  }

  /// The shares of several measures from the same futures: the mean of theirs.
  private func shares(of measures: [Measure], able: [Bool]) -> Shares {
    let all = measures.map { shares(of: $0, able: able).values }
    return Shares(able.indices.map { index in all.reduce(0) { $0 + $1[index] } })
  }

  /// Makes sure that a fit, one of whose blocks is given, draws a measure of every power.
  private func requireFutures(
    of measure: Measure, _ powers: [Power], in fit: JointFit, _ futures: Futures<Float>
  ) throws(ForecastError) {
    for indicator in measure.formula.indicators {
      if let failure = fit.failures[indicator] { throw .model(failure) }
    }
    let rows = powers.compactMap { futures.powers.firstIndex(of: $0) }
    let values = measure.formula.values(in: futures, rows: rows, context: .past)
      .suffix(rows.count * futures.lanes)
    for (index, power) in powers.enumerated()
    where values[values.startIndex + index * futures.lanes].isNaN {
      throw .sideWithoutMeasure(Side(power), measure: measure.name)
    }
  }
}
