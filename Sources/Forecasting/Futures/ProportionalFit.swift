import Models
import Panels
import Probability
import RealModule

/// A fit that also draws the powers it could not learn: they keep their proportion to the others.
///
/// A world share needs every power's part. A power whose series is too short, broken or zero is
/// held at its last level over the sum of those that were learned; a true zero stays zero.
struct ProportionalFit: FittedModel {
  let indicator: Indicator
  let powers: [Power]
  let lastYears: [Int]
  private let base: (any FittedModel)?
  /// The last levels: of the powers learned first, then of those held.
  private let levels: [Double]

  /// - Parameters:
  ///   - base: What was learned, or nothing.
  ///   - panel: What was known at the origin; quantities on the logarithmic scale.
  ///   - powers: All powers wanted; one without a value near the panel's end stays out.
  init(_ base: (any FittedModel)?, panel: Panel, powers: [Power]) {
    let learned = base?.powers ?? []
    let end = panel.lastYear ?? panel.years.lowerBound
    let held = powers.filter { !learned.contains($0) }.compactMap { power -> (Power, Int)? in
      guard let last = panel.series(of: power)?.coverage?.upperBound,
        last + Runs.staleAfter >= end
      else { return nil }
      return (power, last)
    }
    indicator = panel.indicator
    self.base = base
    self.powers = learned + held.map(\.0)
    lastYears = (base?.lastYears ?? []) + held.map(\.1)
    levels = zip(self.powers, lastYears).map { panel[$0, $1] ?? .nan }
  }

  func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
    let lanes = BlockStream.lanes
    let learned = base?.powers.count ?? 0
    let drawn = base?.draw(years: years, from: stream, channel: channel)
    var paths = Paths(years: years, rows: powers.count)
    let start = levels[..<learned].reduce(0, +)
    for year in years {
      for row in 0..<learned where year > lastYears[row] {
        guard let drawn else { continue }
        let (from, to) = (drawn.offset(year: year, row: row), paths.offset(year: year, row: row))
        for lane in 0..<lanes { paths.values[to + lane] = drawn.values[from + lane] }
      }
      guard learned < powers.count else { continue }
      let growth = growth(of: paths, in: year, learned: learned, from: start)
      for row in learned..<powers.count where year > lastYears[row] {
        let output = paths.offset(year: year, row: row)
        for lane in 0..<lanes { paths.values[output + lane] = .log(levels[row] * growth[lane]) }
      }
    }
    return paths
  }

  /// How much the sum of those that were learned has grown since the origin, in every lane.
  private func growth(
    of paths: Paths, in year: Int, learned: Int, from start: Double
  ) -> [Double] {
    let lanes = BlockStream.lanes
    guard learned > 0 else { return [Double](repeating: 1, count: lanes) }
    let first = paths.offset(year: year, row: 0)
    var values = Array(paths.values[first..<first + learned * lanes])
    values.withUnsafeMutableBufferPointer { Vector.exponentiate($0) }
    var sum = [Double](repeating: 0, count: lanes)
    for row in 0..<learned {
      let isKnown = year <= lastYears[row]
      for lane in 0..<lanes { sum[lane] += isKnown ? levels[row] : values[row * lanes + lane] }
    }
    return sum.map { $0 / start }
  }
}
