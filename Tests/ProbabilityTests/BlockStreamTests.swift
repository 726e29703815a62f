import Foundation
import Probability
import TestSupport
import Testing

@Suite("Block stream")
struct BlockStreamTests {
  /// The known answers of the authors' library Random123, file `kat_vectors`.
  @Test func `the reference generator gives the authors' known answers`() {
    let ones = UInt32.max
    #expect(
      philox(counter: [0, 0, 0, 0], key: [0, 0])
        == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
    #expect(
      philox(counter: [ones, ones, ones, ones], key: [ones, ones])
        == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
  }

  /// The same arithmetic, one number at a time.
  @Test func `deviates are those of the plain kernel, bit for bit`() {
    let stream = BlockStream(seed: 0x1234_5678_9abc_def0, block: 7)
    let deviates = draw(stream, rows: 7, channel: 5, step: 11)
    let plain = PlainKernel.rows(
      7, seed: stream.seed, stream: 7 << 32 | 5, counter: UInt64(11 * BlockStream.rows))
    for (row, values) in plain.enumerated() {
      for (lane, value) in values.enumerated() {
        #expect(deviates[row * 32 + lane] == Double(value))
        #expect(deviates[row * 32 + 16 + lane] == -Double(value))
      }
    }
  }

  /// Box and Muller's transform of the reference generator's words, with the C library's
  /// logarithm, sine and cosine in double precision.
  @Test func `deviates are the transform of the reference generator's words`() {
    let stream = BlockStream(seed: 77, block: 3)
    let deviates = draw(stream, rows: 400, channel: 5, step: 0)
    for panel in 0..<100 {
      // The first four lanes are as drawn: of the eight cosines and eight sines four a row.
      let drawn = (0..<4).flatMap { index -> [(Double, Double)] in
        let words = philox(counter: [UInt32(4 * panel + index), 0, 5, 3], key: [77, 0])
        return [pair(words[0], words[1]), pair(words[2], words[3])]
      }
      for (place, value) in (drawn.map(\.0) + drawn.map(\.1)).enumerated() {
        let cell = (4 * panel + place / 4) * 32 + place % 4
        #expect(abs(deviates[cell] - value) < 2e-6)
      }
    }
  }

  @Test func `a row's deviates do not depend on how many rows are drawn`() {
    let stream = BlockStream(seed: 3, block: 2)
    let few = draw(stream, rows: 2, channel: 1, step: 4)
    let many = draw(stream, rows: 9, channel: 1, step: 4)
    #expect(few == Array(many.prefix(few.count)))
  }

  /// By the law of large numbers; the bounds are four standard errors of each moment.
  @Test func `deviates have the moments of a normal distribution`() {
    var sums = [0.0, 0.0, 0.0, 0.0]
    var beyond = 0.0
    var count = 0.0
    for block in 0..<3200 {
      let drawn = draw(BlockStream(seed: 42, block: block), rows: 32, channel: 0, step: 0)
      for (cell, x) in drawn.enumerated() where cell % 32 < 4 {
        var power = 1.0
        for order in 0..<4 {
          power *= x
          sums[order] += power
        }
        beyond += abs(x) > 3 ? 1 : 0
        count += 1
      }
    }
    let error = 4 / count.squareRoot()
    #expect(abs(sums[0] / count) < error)
    #expect(abs(sums[1] / count - 1) < error * 2.0.squareRoot())
    #expect(abs(sums[2] / count) < error * 15.0.squareRoot())
    #expect(abs(sums[3] / count - 3) < error * 96.0.squareRoot())
    let tail = 0.002699796
    #expect(abs(beyond / count - tail) < error * (tail * (1 - tail)).squareRoot())
  }

  /// By Hamilton's law: the three turns of four lanes are antisymmetric and so are their products, so
  /// that a weighted sum over the rows of a panel is orthogonal to the same sum of every other turn.
  @Test func `turned lanes have as long deviates, orthogonal for every weights' square`() {
    let deviates = draw(BlockStream(seed: 8, block: 1), rows: 4, channel: 2, step: 3)
    for lane in 0..<4 {
      let turns = (0..<4).map { turn in (0..<4).map { deviates[$0 * 32 + 4 * turn + lane] } }
      for i in 0..<4 {
        for j in 0..<4 {
          let product = zip(turns[i], turns[j]).reduce(0) { $0 + $1.0 * $1.1 }
          let length = turns[0].reduce(0) { $0 + $1 * $1 }
          #expect(abs(product - (i == j ? length : 0)) < 1e-6)
        }
      }
    }
  }

  /// By law: the mean of four turns has a quarter of a weighted sum's variance.
  ///
  /// 4,000 quaternions; four standard errors of a variance, √(2 / n) of it.
  @Test func `the mean of four turns is as exact as of four draws`() {
    let weights = [0.3, -1.2, 2.0, 0.7]
    let variance = weights.reduce(0) { $0 + $1 * $1 }
    var squares = 0.0
    for block in 0..<1000 {
      let deviates = draw(BlockStream(seed: 21, block: block), rows: 4, channel: 0, step: 0)
      for lane in 0..<4 {
        let mean = (0..<4).reduce(0.0) { sum, turn in
          sum + weights.indices.reduce(0) { $0 + weights[$1] * deviates[$1 * 32 + 4 * turn + lane] }
            / 4
        }
        squares += mean * mean
      }
    }
    let found = squares / 4000
    #expect(abs(found - variance / 4) < 4 * (2.0 / 4000).squareRoot() * variance / 4)
  }

  /// Rows of futures are mirrored; what is drawn once a block must not be.
  @Test func `independent deviates are nobody's mirror`() {
    let stream = BlockStream(seed: 5, block: 7)
    var deviates = [Double](repeating: 0, count: 4096)
    deviates.withUnsafeMutableBufferPointer { stream.fillIndependent($0, channel: 3, step: 2) }
    #expect(Set(deviates.map(abs)).count == deviates.count)
    let mean = deviates.reduce(0, +) / 4096
    let variance = deviates.reduce(0) { $0 + $1 * $1 } / 4096
    // Four standard errors: 1/64, and √2/64 of the variance.
    #expect(abs(mean) < 4 / 64.0)
    #expect(abs(variance - 1) < 4 * 2.0.squareRoot() / 64)
  }

  private func draw(_ stream: BlockStream, rows: Int, channel: Int, step: Int) -> [Double] {
    var deviates = [Double](repeating: .nan, count: rows * BlockStream.lanes)
    deviates.withUnsafeMutableBufferPointer { stream.fill($0, channel: channel, step: step) }
    return deviates
  }

  private func pair(_ first: UInt32, _ second: UInt32) -> (Double, Double) {
    let u = (Double(first >> 1) + 0.5) * 0x1p-31
    let radius = (-2 * log(u)).squareRoot()
    let angle = (Double(second >> 9) + 0.5) * 0x1p-23 * .pi / 4
    var x = second & 1 == 1 ? sin(angle) : cos(angle)
    var y = second & 1 == 1 ? cos(angle) : sin(angle)
    if second & 2 != 0 { x = -x }
    if second & 4 != 0 { y = -y }
    return (radius * x, radius * y)
  }
}
