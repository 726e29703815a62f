import Testing

@testable import LinearAlgebra

@Suite("Sum to twice a double's digits")
struct DoubleDoubleTests {
  /// By hand: 2⁻⁴⁰ is lost beside 2⁶⁰ in a double.
  @Test func `keeps what a double loses`() {
    let terms = [0x1p60, 1, 0x1p-40, -0x1p60, -1]
    var sum = DoubleDouble.zero
    for term in terms { sum.add(term) }
    #expect(sum.rounded == 0x1p-40)
    #expect(terms.reduce(0, +) != 0x1p-40)
  }

  /// (1 + 2⁻³⁰)² - 1 - 2⁻²⁹ = 2⁻⁶⁰, which a product rounded to a double has lost.
  @Test func `keeps the error of a product`() {
    let a = 1 + 0x1p-30
    var sum = DoubleDouble.zero
    sum.addProduct(a, a)
    sum.add(-1)
    sum.add(-0x1p-29)
    #expect(sum.rounded == 0x1p-60)
  }

  /// 3 (1 + 2⁻⁷⁰) - 3 = 3 · 2⁻⁷⁰.
  @Test func `keeps the lower part of a factor`() {
    var factor = DoubleDouble(1)
    factor.add(0x1p-70)
    var sum = DoubleDouble.zero
    sum.addProduct(3, factor)
    sum.add(-3)
    #expect(sum.rounded == 3 * 0x1p-70)
  }

  @Test func `keeps its value when it is normalized, negated and scaled`() {
    var sum = DoubleDouble(1)
    for _ in 0..<4 { sum.add(0x1p-54) }
    var normal = sum
    normal.normalize()
    #expect(normal.high == 1 + 0x1p-52)
    #expect(normal.low == 0)
    var difference = normal.negated.scaled(by: 3)
    for _ in 0..<8 { difference.add(sum) }
    #expect(difference.rounded == 0)
  }
}
