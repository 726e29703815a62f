import ArgumentParser
import Forecasting
import Models
import Panels

extension Primacy {
  /// Forecasts made in the past, scored against what came.
  struct Backtest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Score forecasts made at past origins against the base rate and what came.")

    @Option var measure = "gdp.ppp"
    @Option var first = 1900
    @Option var last = 2016
    @Option var step = 2
    @Option var paths = 2000
    @Option var models = "pooled"
    @OptionGroup var data: DataOptions

    func run() async throws {
      try await Failure.reporting {
        let figures = try data.everything()
        var options = Forecasting.Backtest.Options()
        options.measure = (Measure.catalogue + Measure.historical).first { $0.name == measure }!
        options.origins = Array(stride(from: first, through: last, by: step))
        options.futures = paths
        options.models = [BaseRate()] + models.split(separator: ",").map {
          SimulatedBacktestModel(ModelChoice(rawValue: String($0))!.model)
        }
        let result = try await Forecasting.Backtest(figures, options: options).run()
        for era in [1800, 1950] {
          for model in options.models.map(\.name) {
            var line = "\(era) \(model)"
            for h in options.horizons {
              func brier(_ m: String) -> (Double, Int) {
                let rows = result.events.filter { $0.model == m && $0.horizon == h && $0.origin >= era }
                return (rows.reduce(0) { $0 + ($1.probability - ($1.outcome ? 1 : 0)) * ($1.probability - ($1.outcome ? 1 : 0)) } / Double(rows.count), rows.count)
              }
              let (own, n) = brier(model)
              let skill = 1 - own / brier("base-rate").0
              let levels = result.levels.filter { $0.model == model && $0.horizon == h && $0.origin >= era }
              let crps = levels.reduce(0.0) { sum, l in
                let n = Double(l.growth.count)
                var a = 0.0, b = 0.0
                for (i, x) in l.growth.enumerated() { a += abs(x - l.observed); b += (2 * Double(i) - n + 1) * x }
                return sum + a / n - b / (n * n)
              } / Double(max(1, levels.count))
              let cover = levels.filter { $0.growth[Int(0.1 * Double($0.growth.count))] <= $0.observed && $0.observed <= $0.growth[Int(0.9 * Double($0.growth.count))] }
              line += "  h\(h): \(NumberText.fixed(skill, decimals: 3)) (n \(n)) crps \(NumberText.fixed(crps, decimals: 4)) cov \(NumberText.fixed(Double(cover.count) / Double(max(1, levels.count)), decimals: 2))"
            }
            print(line)
          }
        }
      }
    }
  }
}
