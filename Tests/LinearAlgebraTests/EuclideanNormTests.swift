import TestSupport
import Testing

@testable import LinearAlgebra

@Suite("Length of a vector")
struct EuclideanNormTests {
  /// By hand: 3, 4 and 12 make 13, however large or small.
  @Test(arguments: [-1060, -600, -300, 0, 300, 600, 1010])
  func `does not overflow or underflow`(exponent: Int) {
    let vector = [3.0, -4, 12].map { $0.scaled(by: exponent) }
    #expect(euclideanNorm(vector) == 13.0.scaled(by: exponent))
  }

  /// By a law: a power of two multiplies the length exactly, also where squares leave the range.
  @Test func `is the same by both ways`() {
    var random = SplitMix(seed: 6)
    for _ in 0..<200 {
      let vector = (0..<40).map { _ in Double.random(in: -1...1, using: &random) }
      for exponent in [-900, -450, 500, 900] {
        let scaled = vector.map { $0.scaled(by: exponent) }
        #expect(euclideanNorm(scaled) == euclideanNorm(vector).scaled(by: exponent))
      }
    }
  }

  @Test func `tells of what is no length`() {
    #expect(euclideanNorm([]) == 0)
    #expect(euclideanNorm([0, -0.0]) == 0)
    #expect(euclideanNorm([1, -.infinity]) == .infinity)
    #expect(euclideanNorm([1, .nan]).isNaN)
  }
}
