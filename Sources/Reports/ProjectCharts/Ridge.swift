import Forecasting

/// How probable each year of an event is, smoothed, and that it never happens.
struct Ridge: Sendable {
  let years: ClosedRange<Int>
  /// The probability of each year; their sum and `never` are one.
  let densities: [Double]
  let never: Double

  /// Smooths by binomial weights over five years; what would leave the years is mirrored back.
  init(_ event: EventForecast) {
    years = event.years
    never = event.never
    var densities = [Double](repeating: 0, count: event.counts.count)
    for (step, count) in event.counts.enumerated() {
      for (shift, weight) in zip(-2...2, [1.0, 4, 6, 4, 1]) {
        var target = step + shift
        if target < 0 { target = -1 - target }
        if target >= densities.count { target = 2 * densities.count - 1 - target }
        target = max(0, min(densities.count - 1, target))
        densities[target] += weight / 16 * Double(count) / Double(event.futures)
      }
    }
    self.densities = densities
  }

  /// The greatest height of the ridge.
  var peak: Double { densities.max() ?? 0 }

  /// The height of the block that stands for never.
  var blockHeight: Double { never / Double(Self.blockYears) }

  /// How many years wide the block is.
  private static let blockYears = 20

  /// Where the block stands that shows the mass of never.
  static func block(after last: Int) -> ClosedRange<Int> {
    last + 3...last + 3 + blockYears
  }
}
