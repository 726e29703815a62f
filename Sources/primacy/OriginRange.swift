import ArgumentParser
import Forecasting
import Panels

/// Origins as people write them: `1900...2016/2`.
struct OriginRange: ExpressibleByArgument {
  let years: StrideThrough<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: ".", omittingEmptySubsequences: true).compactMap {
      Int($0)
    }
    let step = parts.count == 2 ? Int(parts[1]) : 1
    guard parts.count <= 2, ends.count == 2, ends[0] <= ends[1], let step, step > 0 else {
      return nil
    }
    years = stride(from: ends[0], through: ends[1], by: step)
  }

  /// The origins of the record: as early as the measure allows.
  init(for measure: Measure) {
    let indicators = measure.formula.indicators
    years =
      if indicators.contains(where: Self.recent.contains) {
        stride(from: 1980, through: 2016, by: 2)
      } else if indicators.contains(where: Self.counted.contains) {
        stride(from: 1870, through: 2014, by: 2)
      } else {
        stride(from: 1900, through: 2016, by: 2)
      }
  }

  /// What is known since 1960: models need twenty years of it.
  private static let recent: [Indicator] = [.priceLevel, .burden]
  /// What is counted since 1816, and to 2022 or earlier.
  private static let counted: [Indicator] = [
    .militarySpendingCOW, .militaryPersonnel, .ironSteel, .primaryEnergy, .urbanPopulation,
  ]
}
