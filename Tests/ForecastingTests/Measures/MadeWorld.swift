import Forecasting
import LinearAlgebra
import Models
import Panels
import Probability
import RealModule
import TestSupport

/// Nine powers with every indicator that the catalogue's measures need, from fixed deviates.
enum MadeWorld {
  static let powers: [Power] = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "USA"]

  static let indicators: [Indicator] = [
    .population, .outputPerHead, .priceLevel, .burden, .militaryPersonnel, .ironSteel,
    .primaryEnergy, .urbanPopulation, .totalPopulationCOW, .militarySpendingCOW,
  ]

  /// - Parameter scales: By what an indicator is multiplied, as a change of its unit does.
  /// - Returns: Levels from 1980 to 2020.
  static func data(scales: [Indicator: Double] = [:]) -> DataSet {
    DataSet(
      panels: indicators.enumerated().map { index, indicator in
        var deviates = Deviates(seed: UInt32(1000 * (index + 1)))
        let base = indicator == .burden ? 0.02 : indicator == .outputPerHead ? 8000 : 1
        var runs: [Power: [Double]] = [:]
        for power in powers {
          var level = base * .exp(0.3 * deviates.next())
          runs[power] = (0..<41).map { _ in
            level *= .exp(0.02 * deviates.next())
            return level * (scales[indicator] ?? 1)
          }
        }
        if indicator == .priceLevel { runs["USA"] = [Double](repeating: 1, count: 41) }
        return .made(indicator, from: 1980, runs)
      }, entities: [], checksum: "sha256:made")
  }
}

/// Independent random walks on every indicator's own scale; the drift is a power's own.
struct MadeWalk: Model {
  let name = "made-walk"
  var drift: [Power: Double] = [:]
  var volatility = 0.05

  func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel {
    let last = panel.years.upperBound
    let count = powers.count
    guard
      let fit = try? RandomWalk.Fit(
        indicator: panel.indicator, powers: powers,
        lastYears: [Int](repeating: last, count: count),
        levels: powers.map { panel.indicator.scale.transform(panel[$0, last] ?? .nan) ?? .nan },
        drift: powers.map { drift[$0] ?? 0 },
        driftErrors: [Double](repeating: 0, count: count),
        deviations: [Double](repeating: volatility, count: count),
        factors: CommonFactors(Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 }))
    else { throw .degenerateShocks(panel.indicator) }
    return fit
  }
}
