import Panels

/// What a power has more of than the others in a year: a value less its mean over all powers that
/// have one.
struct Demeaned: Sendable {
  /// For how many years a last value stands for later ones.
  static let carried = 10

  private let years: ClosedRange<Int>
  /// One a year; NaN where missing.
  private let values: [Power: [Double]]

  /// - Parameters:
  ///   - panel: The powers and years.
  ///   - values: Of a power's series, a function that tells the value of a year, or nothing.
  init(_ panel: Panel, _ values: (Series) -> (Int) -> Double?) {
    years = panel.years
    var sums = [Double](repeating: 0, count: years.count)
    var counts = sums
    var found: [Power: [Double]] = [:]
    for power in panel.powers {
      guard let value = panel.series(of: power).map(values) else { continue }
      let own = panel.years.map { value($0) ?? .nan }
      for (year, one) in own.enumerated() where !one.isNaN {
        sums[year] += one
        counts[year] += 1
      }
      found[power] = own
    }
    let means = zip(sums, counts).map { $0 / $1 }
    self.values = found.mapValues { own in zip(own, means).map { $0 - $1 } }
  }

  /// Of a year, or of the last one known before it that is not too old; zero, the mean, where there
  /// is none.
  subscript(power: Power, year: Int) -> Double {
    guard let own = values[power], year >= years.lowerBound else { return 0 }
    let oldest = max(years.lowerBound, year - Self.carried)
    for known in stride(from: min(year, years.upperBound), through: oldest, by: -1) {
      let one = own[known - years.lowerBound]
      if !one.isNaN { return one }
    }
    return 0
  }
}
