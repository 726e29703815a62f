import Panels
import RealModule

/// The rise of prices with income: a richer country's price level is higher.
///
///     log qᵢₜ = β log(yᵢₜ / y_ℓₜ) + zᵢₜ
///
/// *q* is the price level, *y* output per head, *ℓ* the leader; *z*, the price level at the
/// leader's income, wanders around a level of its own (`PooledLevel`). The slope is that of the
/// latest years of all countries by least squares.
///
/// **Source.** Rogoff, "The purchasing power parity puzzle" (1996), *Journal of Economic
/// Literature* 34, for the effect and for the slow return of real exchange rates; unverified.
struct PennEffect: Sendable {
  /// How many of the latest years teach the slope.
  static let window = 30

  let income: RelativeIncome
  /// *β*; zero where nothing teaches it.
  let slope: Double

  /// Learns the slope.
  ///
  /// - Parameters:
  ///   - prices: Price levels, the leader's being 1.
  ///   - income: Output per head over the leader's.
  init(_ prices: Panel, income: RelativeIncome) {
    self.income = income
    let last = prices.lastYear ?? prices.years.upperBound
    let years = max(prices.years.lowerBound, last - Self.window + 1)...last
    let points = prices.powers.filter { $0 != income.leader }.flatMap { power in
      years.compactMap { year -> (x: Double, y: Double)? in
        guard let price = prices[power, year], price > 0, let relative = income[power, year]
        else { return nil }
        return (relative, .log(price))
      }
    }
    let count = Double(points.count)
    let center = points.reduce(0) { $0 + $1.x } / count
    let spread = points.reduce(0) { $0 + ($1.x - center) * ($1.x - center) }
    slope = spread > 0 ? points.reduce(0) { $0 + ($1.x - center) * $1.y } / spread : 0
  }

  /// Price levels as they would be at the leader's income.
  func removed(from prices: Panel) -> Panel {
    prices.mapped { power, year, price in
      price * .exp(-slope * (income[power, year] ?? 0))
    }
  }
}

/// The logarithm of output per head over the leader's.
struct RelativeIncome: Sendable {
  let panel: Panel
  let leader: Power
  /// The last year known of each power.
  private let last: [Power: Int]

  /// - Parameters:
  ///   - panel: Output per head.
  ///   - leader: The power whose prices are 1.
  init(_ panel: Panel, leader: Power) {
    self.panel = panel
    self.leader = leader
    last = Dictionary(
      uniqueKeysWithValues: panel.powers.compactMap { power in
        panel.series(of: power)?.coverage.map { (power, $0.upperBound) }
      })
  }

  /// In a year; after the last one known of both as in that one, and nothing before the first.
  subscript(power: Power, year: Int) -> Double? {
    let known = min(year, last[power] ?? year, last[leader] ?? year)
    guard let own = panel[power, known], let ahead = panel[leader, known] else { return nil }
    return .log(own / ahead)
  }
}
