import Models
import Panels
import Probability

/// The powers whose share of a sum is needed though their series could not be learned.
///
/// A world share needs every power's part. A power whose series is too short, broken or zero is
/// held at its last level over the sum of those that were learned; a true zero stays zero.
struct HeldPowers: Sendable {
  let powers: [Power]
  let lastYears: [Int]
  private let levels: [Double]
  /// The rows of the powers and of those learned among all powers.
  private let rows: [Int]
  private let learned: [Int]
  /// The sum of the last levels of those learned.
  private let start: Double

  /// - Parameters:
  ///   - fit: What was learned, or nothing.
  ///   - panel: What was known at the origin.
  ///   - all: All powers wanted; one without a value near the panel's end stays out.
  init(beside fit: (any FittedModel)?, panel: Panel, of all: [Power]) {
    let known = fit?.powers ?? []
    let end = panel.lastYear ?? panel.years.lowerBound
    let held = all.enumerated().compactMap { row, power -> (Int, Power, Int, Double)? in
      guard !known.contains(power), let last = panel.series(of: power)?.coverage?.upperBound,
        last + Runs.staleAfter >= end, let level = panel[power, last]
      else { return nil }
      return (row, power, last, level)
    }
    rows = held.map(\.0)
    powers = held.map(\.1)
    lastYears = held.map(\.2)
    levels = held.map(\.3)
    learned = known.compactMap { all.firstIndex(of: $0) }
    start = zip(known, fit?.lastYears ?? []).reduce(0) { $0 + (panel[$1.0, $1.1] ?? 0) }
  }

  /// Writes the held powers' levels beside those learned, which have all their years.
  func extend(
    _ values: UnsafeMutableBufferPointer<Float>, years: ClosedRange<Int>, count: Int
  ) {
    guard !rows.isEmpty else { return }
    let lanes = BlockStream.lanes
    let sums =
      learned.isEmpty
      ? [Float](repeating: 1, count: years.count * lanes)
      : Vector.sums(of: UnsafeBufferPointer(values), rows: learned, count: count, lanes: lanes)
    let whole = learned.isEmpty ? 1 : start
    for (step, year) in years.enumerated() {
      for (index, row) in rows.enumerated() where year > lastYears[index] {
        let cell = (step * count + row) * lanes
        let rate = Float(levels[index] / whole)
        for lane in 0..<lanes { values[cell + lane] = rate * sums[step * lanes + lane] }
      }
    }
  }
}
