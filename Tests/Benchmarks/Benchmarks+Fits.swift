import Datasets
import Models
import Panels
import Probability
import TestSupport

extension Benchmarks {
  /// Loading, and pooled fits of countries.
  static func fits(of data: DataSet) throws -> [Row] {
    guard let panel = data.known(by: 2025)[.outputPerHead] else { return [] }
    let powers = panel.powers.filter { panel[$0, 2020] != nil }
    let load = Runs(scale: 1e3) { _ = try? EmbeddedDataSet(folder: "datasets").load() }
    let club = Array(powers.prefix(60))
    let sixty = try Runs(scale: 1e3) { _ = try Pooled().fit(panel, for: club) }
    let made = madeUp(countries: 170, years: 60)
    let wide = try Runs(scale: 1e3) { _ = try Pooled().fit(made, for: made.powers) }
    return [
      Row(what: "load everything embedded", runs: load, unit: "ms"),
      Row(what: "pooled growth, 60 powers, all years", runs: sixty, unit: "ms"),
      Row(
        what: "pooled growth, 170 countries of 60 years", runs: wide, unit: "ms", goal: "50",
        peer: .python("pooled_fit", "NumPy and SciPy", scale: 1e3)),
    ]
  }

  /// A straight line, a random walk and a logistic curve for each of a thousand series.
  static func ladder() throws -> [Row] {
    let panels = (0..<1000).map { madeUp(countries: 1, years: 40, seed: UInt32($0)) }
    let models: [any Model] = [LogLinear(), RandomWalk(), Logistic()]
    let runs = Runs(3) {
      for panel in panels {
        for model in models {
          // A series on which a model fails costs its time all the same.
          guard let fit = try? model.fit(panel, for: panel.powers) else { continue }
          for block in 0..<10 {
            _ = fit.draw(years: 2010...2019, from: .init(seed: 1, block: block), channel: 0)
          }
        }
      }
    }
    return [
      Row(
        what: "three models fitted to 1,000 series of 40 years, 320 futures of ten years each",
        runs: runs, unit: "s", goal: "1/5 of automatic ETS",
        peer: .python("automatic_ets", "statsforecast")),
      Row(
        what: "the same", runs: runs, unit: "s", goal: "1/5 of automatic ETS",
        peer: .r("automatic_ets", "R forecast")),
    ]
  }

  /// Growth around a common rate that wanders.
  private static func madeUp(countries: Int, years: Int, seed: UInt32 = 5) -> Panel {
    var deviates = Deviates(seed: 100_000 &* seed)
    var levels: [Power: [Double]] = [:]
    for country in 0..<countries {
      var (level, deviation) = (9 - 0.02 * Double(country), 0.0)
      levels[country == 0 ? .unitedStates : Power("P\(country)")] = (0...years).map { _ in
        level += 0.02 + deviation + 0.03 * deviates.next()
        deviation = 0.85 * deviation + 0.0125 * deviates.next()
        return exponential(level)
      }
    }
    return .made(.outputPerHead, from: 2009 - years, levels)
  }

  private static func exponential(_ x: Double) -> Double {
    var value = [x]
    value.withUnsafeMutableBufferPointer { Vector.exponentiate($0) }
    return value[0]
  }
}
