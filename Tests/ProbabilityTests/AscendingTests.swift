import TestSupport
import Testing

@testable import Probability

@Suite("Sorting by digits")
struct AscendingTests {
  /// By the standard library, bit by bit: numbers of all sizes, of one size, and few different ones.
  @Test(arguments: [0, 1, 255, 256, 257, 2000, 5000])
  func `is sorting`(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    let all = (0..<count).map { _ in
      Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
    }.filter { !$0.isNaN }
    let close = (0..<count).map { _ in Double.random(in: -0.2...0.3, using: &random) }
    let few = (0..<count).map { _ in Double(Int.random(in: -3...3, using: &random)) / 8 }
    for numbers in [all, close, few, Array(close.sorted().reversed())] {
      #expect(numbers.ascending().map(\.bitPattern) == numbers.sorted().map(\.bitPattern))
    }
  }

  @Test func `knows infinity and zeros of both signs`() {
    let numbers = (0..<100).flatMap { [Double($0), -.infinity, 0.0, -0.0, .infinity] }
    #expect(numbers.ascending() == numbers.sorted())
  }
}
