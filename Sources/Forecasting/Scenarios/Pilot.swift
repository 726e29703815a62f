import Models
import Panels
import Probability
import RealModule

/// Futures of a fit that are drawn beforehand, to learn what a scenario needs to know of it.
///
/// The pilot has a seed of its own: what is learned does not depend on the forecast's.
struct Pilot: Sendable {
  static let seed: UInt64 = 0x5CE9_A210
  /// A median's standard error is then some 3 % of a standard deviation.
  private static let mediansCount = 64 * BlockStream.lanes
  private static let momentsCount = 128 * BlockStream.lanes

  let fits: [JointFit]
  /// What part of the futures each fit draws.
  private let shares: Shares

  /// One fit alone.
  init(_ fit: JointFit) {
    fits = [fit]
    shares = Shares([1])
  }

  /// The fits of a contest, each in the part that it has of a measure's futures.
  init(_ fitted: FittedContest, _ record: Forecaster.Record) {
    fits = fitted.fits
    shares = Shares(record.quotas.events.map { Double($0) })
  }

  /// Some futures dealt to the fits, whole blocks each.
  func deal(_ count: Int) -> BlockDeal {
    let blocks = shares.counts(of: (count + BlockStream.lanes - 1) / BlockStream.lanes)
    return BlockDeal(
      fits: fits, counts: blocks.map { $0 * BlockStream.lanes }, seed: Self.seed)
  }

  private var years: ClosedRange<Int> {
    (fits.map(\.years.lowerBound).min() ?? 0)...(fits.map(\.years.upperBound).max() ?? 0)
  }

  /// Learns how everything that the first fit draws goes with what is given.
  func moments(with conditions: [Deviation.Condition]) async -> PilotMoments {
    let deal = Pilot(fits[0]).deal(Self.momentsCount)
    let indicators = fits[0].fits.map(\.indicator)
    let sums = await deal.tally(
      into: PilotMoments.Sums(conditions), record: { $0.add(deal.block($1).futures, indicators) },
      merge: { $0.merge($1) })
    return PilotMoments(sums, of: fits[0])
  }

  /// The medians of some rows, on the indicators' scales.
  ///
  /// - Parameters:
  ///   - rows: Which.
  ///   - count: Of how many futures.
  /// - Returns: A line a row, a value a year; missing where no future has one.
  func medians(
    of rows: [PilotRow], count: Int = Self.mediansCount
  ) async -> [PilotRow: MedianLine] {
    guard !rows.isEmpty else { return [:] }
    let years = years
    let deal = deal(count)
    let columns = await deal.tally(
      into: rows.map { _ in [[Double]](repeating: [], count: years.count) },
      record: { columns, index in
        let futures = deal.block(index).futures
        for (place, row) in rows.enumerated() {
          row.append(from: futures, to: &columns[place], since: years.lowerBound)
        }
      },
      merge: { sums, part in
        for place in sums.indices {
          for step in sums[place].indices { sums[place][step] += part[place][step] }
        }
      })
    return Dictionary(
      uniqueKeysWithValues: zip(rows, columns).map { row, values in
        let medians = values.map { $0.isEmpty ? .nan : quantile(0.5, ofSorted: $0.sorted()) }
        return (row, MedianLine(firstYear: years.lowerBound, values: medians))
      })
  }
}

/// The medians of one row, year by year, on the indicator's scale.
struct MedianLine: Sendable {
  let firstYear: Int
  let values: [Double]

  subscript(year: Int) -> Double? {
    guard values.indices.contains(year - firstYear) else { return nil }
    let value = values[year - firstYear]
    return value.isNaN ? nil : value
  }
}

/// One power's indicator.
struct PilotRow: Hashable, Sendable {
  let indicator: Indicator
  let power: Power

  /// Adds a block's values on the scale, a column a year; missing ones are left out.
  func append(from futures: Futures<Float>, to columns: inout [[Double]], since first: Int) {
    guard let place = futures.powers.firstIndex(of: power),
      let levels = futures.levels[indicator.name]
    else { return }
    for year in futures.years {
      let cell = futures.offset(year: year, row: place)
      columns[year - first] += levels[cell..<cell + futures.lanes]
        .compactMap { $0.isNaN ? nil : indicator.scale.transform(Double($0)) }
    }
  }
}
