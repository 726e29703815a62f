import Models
import Panels
import Probability

/// The futures of one contest on one measure, to be looked at under one change after another.
///
/// Where the measure needs only the contest's own powers, their futures are drawn once and kept;
/// otherwise they are drawn anew for every change. Either way the numbers are the forecast's.
struct ContestSample: Sendable {
  /// How many numbers may be kept.
  private static let limit = 60_000_000

  let record: Forecaster.Record
  private let fitted: FittedContest
  private let forecaster: Forecaster
  private let kept: [Kept]?

  private struct Kept: Sendable {
    let number: Int
    let futures: Futures<Float>
    let used: Int
  }

  init(of record: Forecaster.Record, in fitted: FittedContest, by forecaster: Forecaster) async {
    self.record = record
    self.fitted = fitted
    self.forecaster = forecaster
    let formula = record.measure.formula
    let indicators = formula.indicators
    let powers = record.involved
    let size =
      forecaster.options.futures * (fitted.fits.map(\.years.count).max() ?? 0) * powers.count
      * indicators.count
    let isOwn =
      formula.totals.isEmpty
      && indicators.allSatisfy { indicator in
        fitted.fits.allSatisfy { $0.fits.contains { $0.indicator == indicator } }
      }
    guard isOwn, size <= Self.limit else {
      kept = nil
      return
    }
    let deal = BlockDeal(
      fits: fitted.fits, counts: record.quotas.events, seed: forecaster.options.seed)
    kept = await deal.tally(
      into: [Kept](),
      record: { blocks, index in
        let block = deal.block(index)
        blocks.append(
          Kept(
            number: block.number, futures: block.futures.keeping(powers, indicators),
            used: block.used))
      }, merge: { $0 += $1 })
  }

  /// When the challenger passes, if every block is changed.
  func crossing(under effect: ScenarioEffect) async -> EventForecast {
    guard let kept else {
      let fits = fitted.fits.map { $0.under(effect) }
      return await forecaster.forecasts(of: [record], fits, fitted.context)[0].crossing
    }
    var tally = record.emptyTally(until: forecaster.origin + forecaster.options.horizon)
    for block in kept {
      var futures = block.futures
      let stream = BlockStream(seed: forecaster.options.seed, block: block.number)
      effect.apply(to: &futures, from: stream)
      tally.record(
        record.ratios(in: futures, context: fitted.context),
        firstYear: futures.years.lowerBound, lanes: futures.lanes, used: block.used)
    }
    return forecaster.mixed(record.forecast(from: tally)).crossing
  }
}

extension Futures {
  /// The same futures with only some powers and indicators.
  func keeping(_ kept: [Power], _ indicators: [Indicator]) -> Self {
    let present = kept.filter(powers.contains)
    let rows = present.compactMap { powers.firstIndex(of: $0) }
    var futures = Self(years: years, powers: present, lanes: lanes)
    for indicator in indicators {
      guard let all = levels[indicator.name] else { continue }
      var values: [Number] = []
      values.reserveCapacity(years.count * rows.count * lanes)
      for year in years {
        for row in rows {
          let first = offset(year: year, row: row)
          values += all[first..<first + lanes]
        }
      }
      futures.levels[indicator.name] = values
    }
    return futures
  }
}
