import Charts
import Foundation

/// Made-up series that look like the real ones, the same in every run.
enum Examples {
  static let measures = [
    "GDP at market rates", "GDP at purchasing power", "Military spending",
    "Military spending, PPP", "Net resources", "CINC", "Surplus", "Military stock", "Composite",
  ]

  /// The ratio of a challenger to an incumbent from 1960 to 2025, with a gap.
  static func history(_ index: Int) -> [Double] {
    (1960...2025).map { year in
      let t = Double(year - 1960) / 65
      let start = [0.11, 0.2, 0.09, 0.2, 0.02, 0.6, 0.05, 0.08, 0.25][index % 9]
      let end = [0.64, 1.25, 0.37, 0.62, 0.35, 1.6, 0.5, 0.27, 0.8][index % 9]
      let wave = 0.18 * sin(t * 15 + Double(index)) * (1 - t)
      let ratio = exp(log(start) + (log(end) - log(start)) * t * t + wave)
      return index == 2 && (1965...1972).contains(year) ? .nan : ratio
    }
  }

  /// Quantiles of a random walk that slows down, from the last year of the history.
  static func fan(_ index: Int, hue: Hue = .blue) -> Fan {
    let last = history(index)[65]
    let years = Array(2026...2075).map(Double.init)
    let normal = [
      0.05: -1.645, 0.1: -1.282, 0.25: -0.674, 0.5: 0, 0.75: 0.674, 0.9: 1.282, 0.95: 1.645,
    ]
    let quantiles = normal.sorted { $0.key < $1.key }.map { level, z in
      Fan.Quantile(
        level,
        years.map { year in
          let t = year - 2025
          return exp(log(last) + 0.3 * (1 - exp(-t / 20)) + z * 0.055 * t.squareRoot())
        })
    }
    return Fan(xs: years, quantiles: quantiles, origin: Point(x: 2025, y: last), hue: hue)
  }

  /// Probabilities that rise towards a ceiling of their own.
  static func probabilities(_ index: Int) -> [Double] {
    let ceiling = [0.62, 0.97, 0.31, 0.34, 0.29, 0.99, 0.63, 0.02, 0.6, 0.0, 0.45, 0.61][index % 12]
    let pace = Double(8 + index * 3)
    return (2026...2075).map { ceiling * (1 - exp(-Double($0 - 2025) / pace)) }
  }

  static let footer = [
    "Sources: World Bank, World Development Indicators (2025); Correlates of War, National "
      + "Material Capabilities 7.0; Penn World Table 10.01.",
    "10,000 joint futures, seed 1. Record of such forecasts 1900–2016: Brier skill +0.12 at "
      + "20 years against knowing only the gap.",
  ]
}
