import Charts
import TestSupport
import Testing

@Suite("Numeral")
struct NumeralTests {
  @Test(arguments: [
    (0.0, "0"), (0.25, "0.25"), (1, "1"), (0.0625, "0.0625"), (1234.5, "1,234.5"),
    (1_000_000, "1,000,000"), (-2, "−2"), (1e-9, "10⁻⁹"), (2.5e-7, "2.5×10⁻⁷"), (1e15, "10¹⁵"),
    (0.1 + 0.2, "0.3"), (.nan, "–"), (.infinity, "–"), (1e300, "10³⁰⁰"), (-1e-300, "−10⁻³⁰⁰"),
  ])
  func `has as few digits as needed`(value: Double, text: String) {
    #expect(Numeral.shortest(value) == text)
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (1.005, 1, "1.0"), (-0.04, 1, "0.0"), (999.995, 2, "1,000.00"),
    (1234567, 0, "1,234,567"),
  ])
  func `has a fixed count of decimals`(value: Double, places: Int, text: String) {
    #expect(Numeral.fixed(value, places: places) == text)
  }

  @Test func `writes shares in hundredths`() {
    #expect(Numeral.percent(0.625) == "63\u{A0}%")
    #expect(Numeral.percent(0) == "0\u{A0}%")
    #expect(Numeral.percent(1) == "100\u{A0}%")
  }

  @Test func `never calls the unlikely impossible nor the likely certain`() {
    #expect(Numeral.percent(0.0001) == "<1\u{A0}%")
    #expect(Numeral.percent(0.9999) == ">99\u{A0}%")
  }

  @Test(arguments: [
    (0, "0"), (5, "5"), (1234.5, "1,234.5"), (1_269_581_174, "1,269,581,174"),
    (0.0177712345, "0.0177712"), (0.5, "0.5"), (99.99996, "100"), (-1234.567, "-1,234.57"),
    (-0.0001234, "-0.0001234"), (1e-7, "1e-07"), (2.5e20, "2.5e+20"), (123_456.7, "123,457"),
    (999_999.5, "1,000,000"), (-99_999.96, "-100,000"),
  ])
  func `is plain for a terminal`(number: Double, text: String) {
    #expect(Numeral.plain(number) == text)
  }

  /// By law: what a program reads is the number itself.
  @Test func `is exact for a program`() {
    var random = SplitMix(seed: 5)
    for _ in 0..<2000 {
      let number =
        Double.random(in: -1e18...1e18, using: &random) * .random(in: 0...1, using: &random)
      #expect(Double(Numeral.exact(number)) == number)
    }
    #expect(Numeral.exact(3) == "3")
    #expect(Numeral.exact(.nan) == "")
  }
}
