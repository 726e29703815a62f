/// Reads decimal numbers from bytes, exactly rounded.
///
/// **Source.** Clinger, *How to read floating point numbers accurately* (1990): a significand
/// below 2⁵³ and a power of ten up to 10²² are both exact, so that one division or
/// multiplication rounds correctly; the rest is left to the standard library.
package enum Decimal {
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number that the whole field spells, or nothing.
  ///
  /// The form is `-12.5e-3`: no blanks, no grouping, no infinity, no hexadecimal.
  package static func number(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    var at = start
    var isNegative = false
    if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    var significand: UInt64 = 0
    var digits = 0
    var exponent = 0
    var isFraction = false
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit < 10 {
        digits += 1
        if digits <= 18 { significand = significand &* 10 &+ UInt64(digit) }
        if isFraction { exponent -= 1 }
      } else if bytes[at] == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    if at < end {
      guard let power = exponentPart(bytes, at, end) else { return nil }
      exponent += power
    }
    guard digits <= 18, significand < 1 << 53, abs(exponent) <= 22 else {
      return slowNumber(bytes, start, end)
    }
    let magnitude =
      exponent < 0
      ? Double(significand) / powers[-exponent] : Double(significand) * powers[exponent]
    return isNegative ? -magnitude : magnitude
  }

  /// A number in the fewest digits that read back to the same one; whole ones have no point.
  static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// The whole number that the field spells, of at most nine digits.
  package static func whole(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end > start, end - start <= 9 else { return nil }
    var value = 0
    for at in start..<end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private static func exponentPart(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    guard bytes[at] | 0x20 == UInt8(ascii: "e"), at + 1 < end else { return nil }
    let isNegative = bytes[at + 1] == UInt8(ascii: "-")
    let first = isNegative || bytes[at + 1] == UInt8(ascii: "+") ? at + 2 : at + 1
    return whole(bytes, first, end).map { isNegative ? -$0 : $0 }
  }

  private static func slowNumber(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    let text = String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
