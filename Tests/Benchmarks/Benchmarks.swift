import Datasets
import Forecasting
import Models
import Panels
import Probability

/// Medians of a few runs each, to be read as ratios: `make bench`.
@main
struct Benchmarks {
  static func main() async throws {
    let folder = "datasets"
    let data = try EmbeddedDataSet(folder: folder).load()
    report("load everything embedded", unit: "ms", 1e3) {
      _ = try? EmbeddedDataSet(folder: folder).load()
    }
    deviates()
    let panel = try panel(.outputPerHead, of: data)
    let powers = try largest(60, of: data)
    report("fit pooled growth, 60 powers, all years", unit: "ms", 1e3) {
      _ = try? Pooled().fit(panel, for: powers)
    }
    let fit = try Pooled().fit(panel, for: powers)
    let years = 2026...2075
    let cells = Double(powers.count * years.count * BlockStream.lanes * 20)
    report("draw pooled growth, a power and year", unit: "ns", 1e9 / cells) {
      for block in 0..<20 {
        _ = fit.draw(years: years, from: BlockStream(seed: 1, block: block), channel: 0)
      }
    }
    let forecaster = try Forecaster(data, options: .init())
    let contest = try Contest(challenger: Side("CHN"), incumbent: Side("USA"))
    await report("forecast, all measures, 10,000 futures", unit: "s", 1) {
      _ = try? await forecaster.forecast(contest)
    }
    try await pages(contest, forecaster)
  }

  private static func deviates() {
    let rows = 1024
    var room = [Double](repeating: 0, count: rows * BlockStream.lanes)
    report("draw a normal deviate", unit: "ns", 1e9 / Double(20 * room.count)) {
      room.withUnsafeMutableBufferPointer { room in
        for block in 0..<20 {
          BlockStream(seed: 1, block: block).fill(room, channel: 0, step: 0)
        }
      }
    }
  }

  private static func panel(_ indicator: Indicator, of data: DataSet) throws -> Panel {
    guard let panel = data.known(by: 2025)[indicator] else { throw Missing(what: indicator.name) }
    return panel
  }

  /// The powers with the largest populations.
  private static func largest(_ count: Int, of data: DataSet) throws -> [Power] {
    let population = try panel(.population, of: data)
    let sized = population.powers.compactMap { power in
      population[power, 2025].map { (power, $0) }
    }
    return sized.sorted { $0.1 > $1.1 }.prefix(count).map(\.0)
  }

  struct Missing: Error { let what: String }

  private static func report(
    _ what: String, unit: String, _ scale: Double, runs: Int = 7, _ work: @Sendable () async -> Void
  ) async {
    var times: [Double] = []
    for _ in 0..<runs {
      let time = await ContinuousClock().measure { await work() }
      times.append(seconds(time) * scale)
    }
    show(what, times, unit)
  }

  static func report(
    _ what: String, unit: String, _ scale: Double, runs: Int = 7, _ work: () -> Void
  ) {
    show(what, (0..<runs).map { _ in seconds(ContinuousClock().measure(work)) * scale }, unit)
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (whole, rest) = duration.components
    return Double(whole) + Double(rest) * 1e-18
  }

  private static func show(_ what: String, _ times: [Double], _ unit: String) {
    let sorted = times.sorted()
    func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    print(
      "\(what): median \(short(sorted[sorted.count / 2])) \(unit), "
        + "least \(short(sorted[0])), most \(short(sorted[sorted.count - 1]))")
  }
}
