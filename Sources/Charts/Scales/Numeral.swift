import RealModule

/// Numbers in digits, written the same in every place of the world.
public enum Numeral {
  /// A number with a fixed count of decimals, its thousands apart.
  ///
  /// - Precondition: From 0 to 9 places.
  public static func fixed(_ value: Double, places: Int) -> String {
    precondition((0...9).contains(places), "a numeral has from 0 to 9 places")
    guard value.isFinite else { return "–" }
    let scale = Double.pow(10, places)
    guard abs(value) * scale < 9e15 else { return scientific(value) }
    let units = Int((abs(value) * scale).rounded())
    let whole = grouped(units / Int(scale))
    let sign = value < 0 && units > 0 ? "−" : ""
    guard places > 0 else { return sign + whole }
    let digits = String(units % Int(scale))
    let zeros = String(repeating: "0", count: places - digits.count)
    return "\(sign)\(whole).\(zeros)\(digits)"
  }

  /// A number with as few digits as tell it apart from its neighbours of nine digits.
  public static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    guard value != 0 else { return "0" }
    guard abs(value) >= 1e-4, abs(value) < 1e9 else { return scientific(value) }
    let places = (0...8).first { places in
      let scaled = abs(value) * .pow(10, places)
      return abs(scaled - scaled.rounded()) <= 1e-7 * max(scaled, 1e-4) && scaled.rounded() > 0
    }
    let text = fixed(value, places: places ?? 8)
    return places == nil ? trimmed(text) : text
  }

  /// A share of one in whole hundredths; what is not quite none or all is not said to be.
  public static func percent(_ share: Double) -> String {
    let isNearlyNone = share > 0 && share < 0.005
    let isNearlyAll = share >= 0.995 && share < 1
    let bound = isNearlyNone ? "<1" : isNearlyAll ? ">99" : nil
    return (bound ?? fixed(share * 100, places: 0)) + "\u{A0}%"
  }
}

extension Numeral {
  static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// The digits of a whole number in groups of three, with the hyphen as a sign.
  public static func grouped(_ whole: Int) -> String {
    guard whole >= 0 else { return "-" + grouped(-whole) }
    guard whole >= 1000 else { return "\(whole)" }
    let rest = "\(whole % 1000)"
    return "\(grouped(whole / 1000)),\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  /// A number between 1 and 10, times a power of ten.
  private static func scientific(_ value: Double) -> String {
    var exponent = Int(Double.log10(abs(value)).rounded(.down))
    var leading = abs(value) / .pow(10, exponent)
    if leading >= 9.995 { (leading, exponent) = (1, exponent + 1) }
    let number = trimmed(fixed(leading, places: 2))
    let power = "10" + superscript(exponent)
    return (value < 0 ? "−" : "") + (number == "1" ? power : "\(number)×\(power)")
  }

  private static func superscript(_ exponent: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let magnitude = "\(abs(exponent))".compactMap { $0.wholeNumberValue }.map { digits[$0] }
    return (exponent < 0 ? "⁻" : "") + magnitude.joined()
  }
}
