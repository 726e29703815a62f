import Foundation
import Probability
import Testing

@Suite("Vector")
struct VectorTests {
  /// Against the C library, whose error is below one ulp itself.
  @Test func `exponentials are the C library's to two ulps`() {
    let x = (0..<10_000).map { Double($0) * 0.138 - 690 }
    var y = x
    y.withUnsafeMutableBufferPointer { Vector.exponentiate($0) }
    for (x, y) in zip(x, y) { #expect(abs(y - exp(x)) <= 2 * exp(x).ulp) }
  }

  @Test func `logarithms are the C library's to two ulps`() {
    let x = (0..<10_000).map { exp(Double($0) * 0.014 - 69.3) }
    var y = x
    y.withUnsafeMutableBufferPointer { Vector.takeLogarithms($0) }
    for (x, y) in zip(x, y) { #expect(abs(y - log(x)) <= 2 * max(log(x).ulp, 1e-17)) }
  }

  @Test func `a missing value stays missing`() {
    var values = [Double](repeating: 0, count: 19)
    values[7] = .nan
    values.withUnsafeMutableBufferPointer { Vector.exponentiate($0) }
    #expect(values[7].isNaN)
    #expect(values.filter { $0 == 1 }.count == 18)
  }

  @Test func `the logarithm of zero is minus infinity, of less not a number`() {
    var values = [0.0, -1, .infinity, .nan, 1]
    values.withUnsafeMutableBufferPointer { Vector.takeLogarithms($0) }
    #expect(values[0] == -.infinity && values[2] == .infinity && values[4] == 0)
    #expect(values[1].isNaN && values[3].isNaN)
  }

  /// Against a plain loop in the same order.
  @Test(arguments: [1, 16, 32, 35]) func `sums leave out what is missing`(lanes: Int) {
    let (count, rows) = (5, [3, 0, 4])
    var values = (0..<7 * count * lanes).map { 0.1 * Float($0 % 91) }
    values[4 * lanes] = .nan
    let sums = values.withUnsafeBufferPointer {
      Vector.sums(of: $0, rows: rows, count: count, lanes: lanes)
    }
    for cell in sums.indices {
      let first = cell / lanes * count * lanes + cell % lanes
      let known = rows.map { values[first + $0 * lanes] }.filter { !$0.isNaN }
      #expect(sums[cell] == known.reduce(0, +))
    }
  }

  /// Against a plain search.
  @Test func `crossings are counted by each horizon`() {
    let (rows, lanes, horizons) = (4, BlockStream.lanes, [2, 3, 7])
    let stream = BlockStream(seed: 4, block: 0)
    var logs = [Double](repeating: 0, count: 7 * rows * lanes)
    logs.withUnsafeMutableBufferPointer { stream.fill($0, channel: 0, step: 0) }
    let pairs: (challengers: [Int32], incumbents: [Int32]) = ([1, 2, 0], [0, 3, 2])
    var counts = [Int64](repeating: 5, count: 9)
    logs.withUnsafeBufferPointer {
      Vector.countCrossings(of: pairs, in: $0, rows: rows, horizons: horizons, into: &counts)
    }
    for (step, horizon) in horizons.enumerated() {
      for pair in 0..<3 {
        let (above, below) = (Int(pairs.challengers[pair]), Int(pairs.incumbents[pair]))
        let crossed = (0..<lanes).count { lane in
          (0..<horizon).contains { year in
            logs[(year * rows + above) * lanes + lane] >= logs[(year * rows + below) * lanes + lane]
          }
        }
        #expect(counts[step * 3 + pair] == Int64(5 + crossed))
      }
    }
  }
}
