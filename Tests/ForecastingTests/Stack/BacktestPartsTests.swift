import Models
import Panels
import RealModule
import Synchronization
import TestSupport
import Testing

@testable import Forecasting

/// Parts in memory, some of them lost.
private final class MemoryParts: BacktestParts {
  private let parts: Mutex<[Int: BacktestResult]>
  private let kept = Mutex<Set<Int>>([])

  init(_ parts: [Int: BacktestResult] = [:]) { self.parts = Mutex(parts) }

  func part(at origin: Int) -> BacktestResult? { parts.withLock { $0[origin] } }

  func keep(_ part: BacktestResult, at origin: Int) {
    parts.withLock { $0[origin] = part }
    _ = kept.withLock { $0.insert(origin) }
  }

  /// The origins that were run.
  var run: Set<Int> { kept.withLock { $0 } }

  /// The parts as they are after an interruption that left some.
  func interrupted(leaving origins: [Int]) -> MemoryParts {
    MemoryParts(parts.withLock { parts in parts.filter { origins.contains($0.key) } })
  }
}

@Suite("Interrupted backtest")
struct BacktestPartsTests {
  private func backtest() throws -> Backtest {
    var deviates = Deviates(seed: 79)
    var runs: [Power: [Double]] = [:]
    for power in 0..<30 {
      var level = 1 + Double(power) / 10
      runs[Power("P\(power)")] = (1900...1990).map { _ in
        level *= .exp(0.02 + 0.05 * deviates.next())
        return level
      }
    }
    var options = Backtest.Options()
    options.origins = [1940, 1950, 1960]
    options.horizons = [5, 10]
    options.futures = 96
    options.models = [BaseRate(), SimulatedBacktestModel(RandomWalk())]
    let size = Indicator("gdp.ppp", unit: "units")
    return try Backtest(
      DataSet(panels: [.made(size, from: 1900, runs)], entities: [], checksum: "made"),
      options: options)
  }

  @Test(arguments: [[], [1940], [1960], [1940, 1960], [1940, 1950, 1960]])
  func `goes on to the result of an uninterrupted one`(left: [Int]) async throws {
    let parts = MemoryParts()
    let whole = try await backtest().run(keeping: parts)
    let rest = parts.interrupted(leaving: left)
    let resumed = try await backtest().run(keeping: rest)
    #expect(rest.run == Set([1940, 1950, 1960]).subtracting(left))
    #expect(whole.events.map(\.probability) == resumed.events.map(\.probability))
    #expect(whole.events.map(\.origin) == resumed.events.map(\.origin))
    #expect(whole.levels.map(\.crps) == resumed.levels.map(\.crps))
  }
}
