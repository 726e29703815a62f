import Models
import Panels
import Probability
import RealModule
import Testing

@testable import Forecasting

/// The real exchange rate in the futures, against history.
@Suite("Market rates")
struct MarketRateTests {
  private static let powers: [Power] = [
    "CHN", "USA", "JPN", "DEU", "IND", "GBR", "FRA", "BRA", "RUS", "KOR",
  ]

  /// The standard deviation of the yearly changes of a log ratio to the United States.
  private func deviations(of measure: Measure, in data: DataSet) throws -> [Power: Double] {
    var options = Forecaster.Options()
    options.measures = [measure]
    options.horizon = 20
    options.futures = 320
    let futures = try Forecaster(data, options: options).futures(of: Self.powers)
    var changes: [Power: [Double]] = [:]
    for index in 0..<10 {
      let block = futures.block(index)
      for (row, power) in Self.powers.enumerated() where power != .unitedStates {
        for lane in 0..<block.used {
          let logs = (2026...2045).map { year in
            Double.log(block[0, row, year, lane] / block[0, 1, year, lane])
          }
          changes[power, default: []] += zip(logs.dropFirst(), logs).map { $0 - $1 }
        }
      }
    }
    return changes.mapValues { $0.sampleVariance.squareRoot() }
  }

  /// By history: a large economy's ratio to the United States moves 7.5 to 11 % a year at market
  /// rates, much more than in real terms.
  @Test func `the ratio moves as it did`() throws {
    let data = try Embedded.data()
    let market = try deviations(of: .outputMER, in: data)
    let middle = market.values.sorted()[market.count / 2]
    #expect((0.08...0.11).contains(middle), "\(market)")
    let real = try deviations(of: .outputPPP, in: data)
    #expect(real.allSatisfy { $0.value < market[$0.key] ?? 0 }, "\(real)")
  }
}
