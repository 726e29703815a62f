/// The writing of numbers, the same on every machine and in every language.
enum NumberText {
  /// The fewest digits that read back to the same number; whole ones without a point.
  static func exact(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    guard number == number.rounded(), abs(number) < 1e15 else { return "\(number)" }
    return "\(Int(number))"
  }

  /// For a reader: rounded to six digits, never to less than a whole; thousands grouped by commas.
  static func short(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    let size = abs(number)
    if size >= 1e15 || (size > 0 && size < 1e-4) { return "\(number)" }
    if size >= 100_000 || number == number.rounded() { return grouped("\(Int(number.rounded()))") }
    let first = [10_000, 1000, 100, 10, 1, 0.1, 0.01, 0.001].firstIndex { size >= $0 } ?? 8
    return fixed(number, decimals: first + 1)
  }

  /// A number with so many decimals, grouped, trailing zeros left out.
  static func fixed(_ number: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = Int((number * scale).rounded())
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let digits = "\(rest)"
    let fraction = (String(repeating: "0", count: decimals - digits.count) + digits)
      .reversed().drop { $0 == "0" }.reversed()
    let sign = scaled < 0 ? "-" : ""
    return sign + grouped("\(whole)") + (fraction.isEmpty ? "" : "." + String(fraction))
  }

  /// The digits of a whole number in groups of three.
  static func grouped(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let bare = Array(digits.dropFirst(sign.count))
    var grouped = ""
    for (index, digit) in bare.enumerated() {
      if index > 0, (bare.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped
  }
}
