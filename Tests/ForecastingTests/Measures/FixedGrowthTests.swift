import Forecasting
import Models
import Panels
import Probability
import RealModule
import TestSupport
import Testing

/// Every power's indicators grow at known rates, without variance.
private struct FixedGrowth: Model {
  let name = "fixed-growth"
  /// The growth factor a year of an indicator of a power; 1 where none is named.
  let factors: [String: [Power: Double]]

  struct Fit: FittedModel {
    let indicator: Indicator
    let powers: [Power]
    let lastYears: [Int]
    let levels: [Double]
    let growth: [Double]

    func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths {
      var paths = Paths(years: years, rows: powers.count)
      for row in powers.indices {
        for year in years where year > lastYears[row] {
          let level = levels[row] + Double(year - lastYears[row]) * growth[row]
          let first = paths.offset(year: year, row: row)
          for lane in 0..<BlockStream.lanes { paths.values[first + lane] = level }
        }
      }
      return paths
    }
  }

  func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let known = powers.compactMap { power -> (Power, Int)? in
      panel.series(of: power)?.coverage.map { (power, $0.upperBound) }
    }
    return Fit(
      indicator: panel.indicator, powers: known.map(\.0), lastYears: known.map(\.1),
      levels: known.map { panel.indicator.scale.transform(panel[$0.0, $0.1] ?? .nan) ?? .nan },
      growth: known.map { .log(factors[panel.indicator.name]?[$0.0] ?? 1) })
  }
}

/// The deterministic limit: no variance, fixed growth.
///
/// **Source.** The Economist, "Save the date" (16 December 2010), read at
/// web.archive.org/web/20101219223120: real growth of 7.75 % a year in China and 2.5 % in America,
/// inflation of 4 % and 1.5 %, and a yuan that rises by 3 % a year, give 2019; 5 % growth in China,
/// all else the same, gives 2022.
@Suite("Deterministic limit")
struct FixedGrowthTests {
  private func crossing(growth: Double) async throws -> CrossingForecast {
    // What prices and the currency do to a market-rate GDP is a change of the price level.
    let model = FixedGrowth(factors: [
      "gdp_per_capita.ppp": ["CHN": 1 + growth, "USA": 1.025],
      "price_level": ["CHN": 1.04 * 1.03 / 1.015],
    ])
    var options = Forecaster.Options()
    options.measures = [.outputMER]
    options.models = [model]
    options.futures = 64
    options.horizon = 30
    return try await Forecaster(Embedded.data(), origin: 2010, options: options)
      .forecast(Contest(challenger: Side("CHN"), incumbent: Side("USA")))[0]
  }

  @Test(arguments: [(0.0775, 2019), (0.05, 2022)])
  func `the Economist's calculator of 2010 comes out`(growth: Double, year: Int) async throws {
    let found = try await crossing(growth: growth)
    #expect(found.crossing.median == year)
    #expect(found.crossing.year(at: 1) == year)
    #expect(found.crossing.standardError == 0)
    // The closed form, from the ratio at the origin.
    let pace = (1 + growth) / 1.025 * 1.04 / 1.015 * 1.03
    let years = (-Double.log(found.ratio) / .log(pace)).rounded(.up)
    #expect(found.origin + Int(years) == year)
    // Published in today's edition: 0.404; ours is at constant prices, carried back.
    #expect(abs(found.ratio - 0.404) < 0.01)
  }
}
