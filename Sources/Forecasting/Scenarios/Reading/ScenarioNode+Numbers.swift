import RealModule

extension ScenarioNode {
  /// A number, and whether a per-cent sign follows it.
  private func number(_ what: String) throws(ScenarioDefect) -> (value: Double, isPercent: Bool) {
    let text = try text(what)
    let isPercent = text.hasSuffix("%")
    let digits = String((isPercent ? text.dropLast() : text[...]).filter { $0 != " " })
    guard let value = Double(digits), value.isFinite else {
      throw defect("\(what) is \"\(text)\", expected a number")
    }
    return (value, isPercent)
  }

  /// A part of one, written as a fraction or with a per-cent sign.
  func fraction(_ what: String, atMost limit: Double = 1) throws(ScenarioDefect) -> Double {
    let (number, isPercent) = try number(what)
    let value = isPercent ? number / 100 : number
    if value > limit, !isPercent, number / 100 <= limit {
      throw defect(
        "\(what) is \(number) where a fraction is expected: write \(number / 100) or \(number) %")
    }
    guard value >= 0 else { throw defect("\(what) is \(number), which is negative") }
    guard value <= limit else { throw defect("\(what) is \(number), more than \(limit)") }
    return value
  }

  /// A change in parts of one, written as a fraction or with a per-cent sign; above -1.
  func change(_ what: String, atMost limit: Double) throws(ScenarioDefect) -> Double {
    let (number, isPercent) = try number(what)
    let value = isPercent ? number / 100 : number
    if value > limit, !isPercent {
      throw defect(
        "\(what) is \(number) where a fraction is expected: write \(number / 100) or \(number) %")
    }
    guard value > -1, value <= limit else {
      throw defect("\(what) is \(number), expected more than -100 % and at most \(limit * 100) %")
    }
    return value
  }

  /// Percentage points a year, with or without a per-cent sign.
  ///
  /// - Returns: A fraction: 0.01 for one point.
  func points(_ what: String) throws(ScenarioDefect) -> Double {
    let (value, isPercent) = try number(what)
    if value != 0, abs(value) < 0.1, !isPercent {
      throw defect(
        "\(what) is \(value) where percentage points are expected: write \(value * 100), or "
          + "\(value) % if so little is meant")
    }
    guard abs(value) <= 25 else {
      throw defect("\(what) is \(value) percentage points a year, expected at most 25")
    }
    return value / 100
  }

  /// A number above zero.
  func positive(_ what: String) throws(ScenarioDefect) -> Double {
    let (value, isPercent) = try number(what)
    guard !isPercent else { throw defect("\(what) is a level, not a percentage") }
    guard value > 0 else { throw defect("\(what) is \(value), expected more than zero") }
    return value
  }

  /// A whole number of years.
  func duration(_ what: String) throws(ScenarioDefect) -> Int {
    let text = try text(what)
    guard let years = Int(text), (1...200).contains(years) else {
      throw defect("\(what) is \"\(text)\", expected 1 to 200 years")
    }
    return years
  }

  /// A year after the origin: `2035`, or `+10` for ten years after it.
  func year(_ what: String, after origin: Int) throws(ScenarioDefect) -> Int {
    try year(of: text(what), what, after: origin)
  }

  /// Years after the origin: one, `2026 to 2035`, `+1 to +10`, or `+1 to end`.
  func years(_ what: String, after origin: Int) throws(ScenarioDefect) -> ClosedRange<Int> {
    let words = try text(what).split(separator: " ").map(String.init)
    switch words.count {
    case 1:
      let year = try year(of: words[0], what, after: origin)
      return year...year
    case 3 where words[1] == "to":
      let first = try year(of: words[0], what, after: origin)
      let last =
        words[2] == "end" ? origin + 200 : try year(of: words[2], what, after: origin)
      guard first <= last else {
        throw defect("\(what) end in \(last), before they begin in \(first)")
      }
      return first...last
    default:
      throw defect(
        "\(what) are \"\(words.joined(separator: " "))\", expected \"2026 to 2035\", "
          + "\"+1 to +10\" or \"+1 to end\"")
    }
  }

  private func year(
    of text: String, _ what: String, after origin: Int
  ) throws(ScenarioDefect) -> Int {
    guard let number = Int(text) else {
      throw defect("\(what): \"\(text)\" is no year; expected one such as 2035 or +10")
    }
    let year = text.hasPrefix("+") ? origin + number : number
    guard year > origin else {
      throw defect("\(what): \(text) is not after the origin, \(origin)")
    }
    guard year <= origin + 200 else {
      throw defect("\(what): \(text) is more than 200 years after the origin, \(origin)")
    }
    return year
  }
}
