import TestSupport
import Testing

@testable import Datasets

@Suite("Decimal numbers")
struct DecimalTests {
  /// By the standard library, bit by bit.
  @Test(arguments: [
    "0", "-0", "1", "+1", "12.5", ".5", "5.", "1e3", "1E-3", "1e+22", "1e23", "0.1", "0.0025459984",
    "31.1336717428088", "0.44574761390686035", "9007199254740993", "123456789012345678901234567890",
    "1.7976931348623157e308", "4.9e-324", "405586592.178771", "19498000000000.0",
    "00000000000000000000001", "0.000000000000000000000000000001",
  ])
  func `are read as the standard library reads them`(text: String) throws {
    let number = try #require(read(text))
    #expect(number.bitPattern == Double(text)?.bitPattern)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", "1e", "1e+", "1,5", "1 000", " 1", "1 ", "nan", "NaN", "inf",
    "-Infinity", "0x10", "1e999", "-1e999", "1.2.3", "12a", "١", "1e99999999999", "--1", "NA",
    "-inf",
  ])
  func `are nothing else`(text: String) {
    #expect(read(text) == nil)
  }

  /// By the standard library, on 20,000 random numbers in the two forms in which they come.
  @Test func `survive a journey through text`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<10_000 {
      let bits = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      let plain = Double(Int64.random(in: 0...1 << 50, using: &random)) / 1024
      for number in [bits, plain] where number.isFinite {
        #expect(read("\(number)")?.bitPattern == number.bitPattern)
      }
    }
  }

  /// By the standard library, on 50,000 numbers of one to twenty digits with the point anywhere, and on
  /// those half way between two doubles, which need every digit.
  @Test func `are rounded to the nearest`() {
    var random = SplitMix(seed: 4)
    for _ in 0..<50_000 {
      var digits = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Character("\(Int.random(in: 0...9, using: &random))")
      }
      digits.insert(".", at: Int.random(in: 0...digits.count, using: &random))
      let text = String(digits)
      #expect(read(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
      let odd = Int64.random(in: 1 << 53...1 << 54, using: &random) | 1
      for half in ["\(odd)", "\(odd / 4).\(["00", "25", "50", "75"][Int(odd % 4)])"] {
        #expect(read(half)?.bitPattern == Double(half)?.bitPattern, "\(half)")
      }
    }
  }

  private func read(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return Decimal.number(bytes.span, 0, bytes.count)
  }
}
