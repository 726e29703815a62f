/// Reads decimal numbers from bytes, exactly rounded.
///
/// **Source.** Clinger, *How to read floating point numbers accurately* (1990): a significand
/// below 2⁵³ and a power of ten up to 10²² are both exact, so that one division or
/// multiplication rounds correctly. Longer ones are divided as whole numbers, with what remains
/// as the last bit; the rest is left to the standard library.
package enum Decimal {
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number that the whole field spells, or nothing.
  ///
  /// The form is `-12.5e-3`: no blanks, no grouping, no infinity, no hexadecimal.
  package static func number(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    guard let (number, last) = leading(bytes, start, end), last == end else { return nil }
    return number
  }

  /// The number with which a field begins, and the place after it; nothing where none does.
  @inline(__always)
  static func leading(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (number: Double, end: Int)? {
    var at = start
    var isNegative = false
    if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    var significand: UInt64 = 0
    let first = at
    var point = -1
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit < 10 {
        significand = significand &* 10 &+ UInt64(digit)
      } else if bytes[at] == UInt8(ascii: "."), point < 0 {
        point = at
      } else {
        break
      }
      at += 1
    }
    let digits = at - first - (point < 0 ? 0 : 1)
    guard digits > 0 else { return nil }
    var exponent = point < 0 ? 0 : point + 1 - at
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      guard let part = exponentPart(bytes, at + 1, end) else { return nil }
      exponent += part.power
      at = part.end
    }
    guard digits <= 19, exponent <= 22, exponent >= -22 else {
      return slowNumber(bytes, start, at).map { ($0, at) }
    }
    let magnitude: Double
    if significand < 1 << 53 {
      magnitude =
        exponent < 0
        ? Double(significand) / powers[-exponent] : Double(significand) * powers[exponent]
    } else if exponent <= 0, exponent >= -19 {
      magnitude = quotient(significand, UInt64(powers[-exponent]))
    } else {
      return slowNumber(bytes, start, at).map { ($0, at) }
    }
    return (isNegative ? -magnitude : magnitude, at)
  }

  /// A quotient of whole numbers above zero, correctly rounded.
  ///
  /// Its first 63 bits or 64 are computed, and the last of them is set where something remains:
  /// the conversion, which drops ten or more, then rounds as it would all of them.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    let (left, right) = (dividend.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let shifted = dividend << left
    let (bits, rest) = (divisor << right).dividingFullWidth((shifted >> 1, shifted << 63))
    let scale = Double(sign: .plus, exponent: right - left - 63, significand: 1)
    return Double(rest == 0 ? bits : bits | 1) * scale
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

  /// The power after an `e`, of at most nine digits, and the place after it.
  private static func exponentPart(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (power: Int, end: Int)? {
    guard start < end else { return nil }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let first = isNegative || bytes[start] == UInt8(ascii: "+") ? start + 1 : start
    var last = first
    while last < end, bytes[last] &- UInt8(ascii: "0") < 10 { last += 1 }
    return whole(bytes, first, last).map { (isNegative ? -$0 : $0, last) }
  }

  private static func slowNumber(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    let text = String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
