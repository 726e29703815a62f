public import Panels

/// A number in which levels are kept.
public typealias LevelNumber = BinaryFloatingPoint & Sendable

/// Levels of all indicators of all powers, year by year, on parallel lanes.
///
/// A lane is one future. What is drawn is in single precision; the past is a `Futures` of one lane in
/// double precision.
///
/// **Shape.** `levels[name][(step * powers.count + row) * lanes + lane]`; NaN where missing.
public struct Futures<Number: LevelNumber>: Sendable {
  public let years: ClosedRange<Int>
  public let powers: [Power]
  public let lanes: Int
  /// Keyed by the indicator's name.
  public var levels: [String: [Number]]

  public init(
    years: ClosedRange<Int>, powers: [Power], lanes: Int, levels: [String: [Number]] = [:]
  ) {
    self.years = years
    self.powers = powers
    self.lanes = lanes
    self.levels = levels
  }

  public func offset(year: Int, row: Int) -> Int {
    ((year - years.lowerBound) * powers.count + row) * lanes
  }
}

extension Futures<Double> {
  /// What the data hold of the past: one lane, every power.
  public init(past data: DataSet, of indicators: [Indicator]) {
    let panels = indicators.compactMap { data[$0] }
    let first = panels.map(\.years.lowerBound).min() ?? 0
    let last = panels.map(\.years.upperBound).max() ?? 0
    let powers = Set(panels.flatMap(\.powers)).sorted()
    self.init(years: first...last, powers: powers, lanes: 1)
    let columns = concurrently(panels) { [self] panel in
      var values = [Double](repeating: .nan, count: years.count * powers.count)
      for (row, power) in powers.enumerated() {
        guard let series = panel.series(of: power) else { continue }
        let first = offset(year: series.years.lowerBound, row: row)
        for (step, value) in series.values.enumerated() {
          values[first + step * powers.count] = value
        }
      }
      return values
    }
    for (panel, values) in zip(panels, columns) { levels[panel.indicator.name] = values }
  }
}
