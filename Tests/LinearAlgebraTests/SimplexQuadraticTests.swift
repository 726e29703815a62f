import LinearAlgebra
import TestSupport
import Testing

@Suite("Quadratic form on the simplex")
struct SimplexQuadraticTests {
  /// By hand: w₁² + w₂² − 2 (b₁ w₁ + b₂ w₂) with w₂ = 1 − w₁ is least at w₁ = ½ + (b₁ − b₂)/2.
  @Test(arguments: [(0.0, 0.0, 0.5), (0.3, 0.1, 0.6), (2.0, 0.0, 1.0), (0.0, 2.0, 0.0)])
  func `matches two weights worked by hand`(b: Double, c: Double, first: Double) throws {
    let form = try SimplexQuadratic(Matrix(diagonal: [1, 1]), [b, c])
    expectClose(form.weights, [first, 1 - first], within: 1e-15)
  }

  /// The slope is the same wherever a weight is positive, and no smaller where it is zero.
  @Test(arguments: 1...6)
  func `holds the conditions of a minimum`(n: Int) throws {
    var deviates = Deviates(seed: UInt32(n))
    for _ in 0..<20 {
      let root = Matrix(rows: n + 2, columns: n) { _, _ in deviates.next() }
      let a = root.transposed * root
      let b = (0..<n).map { _ in 2 * deviates.next() }
      let weights = try SimplexQuadratic(a, b).weights
      #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
      #expect(weights.allSatisfy { $0 >= 0 })
      let slopes = (0..<n).map { i in
        (0..<n).reduce(-b[i]) { $0 + a[i, $1] * weights[$1] }
      }
      let level = zip(slopes, weights).first { $1 > 0 }?.0 ?? .nan
      for (slope, weight) in zip(slopes, weights) {
        #expect(weight > 0 ? abs(slope - level) < 1e-7 : slope > level - 1e-7)
      }
    }
  }

  @Test func `names the minor that fails`() {
    let a = Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) {
      try SimplexQuadratic(a, [0, 0])
    }
  }
}
