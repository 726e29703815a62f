import LinearAlgebra
import Models
import Panels
import Probability

extension Benchmarks {
  /// Deviates, and the random walk of thirty powers with the first passages over the leader.
  static func kernel() throws -> [Row] {
    let rows = 1024
    var room = [Double](repeating: 0, count: rows * BlockStream.lanes)
    let deviates = Runs(scale: 1e9 / Double(200 * room.count)) {
      room.withUnsafeMutableBufferPointer { room in
        for block in 0..<200 {
          BlockStream(seed: 1, block: block).fill(room, channel: 0, step: 0)
        }
      }
    }
    return [
      Row(what: "a normal deviate of a lane, mirrors counted", runs: deviates, unit: "ns"),
      try passage(),
    ]
  }

  /// Thirty powers, 50 years, 131,072 futures, one core.
  private static func passage() throws -> Row {
    let (count, years, futures) = (30, 1...50, 131_072)
    let powers = (0..<count).map { Power("P\($0)") }
    let fit = try RandomWalk.Fit(
      indicator: Indicator("size", unit: "units"), powers: powers,
      lastYears: powers.map { _ in 0 }, levels: powers.indices.map { -0.05 * Double($0) },
      drift: powers.indices.map { 0.02 + 0.001 * Double($0) },
      driftErrors: powers.map { _ in 0 }, deviations: powers.map { _ in 0.03 },
      factors: CommonFactors(Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0.3 }))
    let places = powers.indices.map(Int32.init)
    let pairs = (
      challengers: Array(places.dropFirst()), incumbents: places.dropFirst().map { _ in Int32(0) }
    )
    var drawn = [Float](repeating: 0, count: years.count * count * BlockStream.lanes)
    var logs = [Double](repeating: 0, count: drawn.count)
    let cells = Double(count * years.count * futures)
    let runs = Runs(scale: 1e9 / cells) {
      var crossings = [Int64](repeating: 0, count: count - 1)
      for block in 0..<futures / BlockStream.lanes {
        drawn.withUnsafeMutableBufferPointer {
          fit.draw(
            years: years, from: BlockStream(seed: 1, block: block), channel: 0,
            into: PathRoom($0, count: count, places: places, content: .scale))
        }
        logs.withUnsafeMutableBufferPointer { logs in
          for index in drawn.indices { logs[index] = Double(drawn[index]) }
          Vector.countCrossings(
            of: pairs, in: UnsafeBufferPointer(logs), rows: count, horizons: [years.count],
            into: &crossings)
        }
      }
    }
    return Row(
      what: "random walk and first passage, a power and year; 30 powers, 50 years, 131,072 futures",
      runs: runs, unit: "ns", goal: "2.5; 1/12 of NumPy",
      peer: .python("random_walk_passage", "NumPy", scale: 1e9))
  }
}
