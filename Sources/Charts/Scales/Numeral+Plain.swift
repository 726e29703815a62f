extension Numeral {
  /// The fewest digits that read back to the same number; whole ones without a point.
  ///
  /// For programs: without groups, with the hyphen as a sign, nothing where it is not finite.
  public static func exact(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    guard number == number.rounded(), abs(number) < 1e15 else { return "\(number)" }
    return "\(Int(number))"
  }

  /// A number rounded to six digits, never to less than a whole; thousands grouped by commas.
  ///
  /// For terminals: with the hyphen as a sign, nothing where it is not finite.
  public static func plain(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    let size = abs(number)
    guard size < 1e15, size == 0 || size >= 1e-4 else { return "\(number)" }
    let digits = unsigned(size)
    return (number < 0 && digits != "0" ? "-" : "") + digits
  }

  private static func unsigned(_ size: Double) -> String {
    guard size < 100_000, size != size.rounded() else { return fixed(size, places: 0) }
    let first = [10_000, 1000, 100, 10, 1, 0.1, 0.01, 0.001].firstIndex { size >= $0 } ?? 8
    return trimmed(fixed(size, places: first + 1))
  }
}
