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
}
