/// What stands in one cell of a worksheet or of a line.
enum Cell: Hashable, Sendable {
  case blank
  case number(Double)
  case text(String)

  /// The text without blanks at its ends; a number in the fewest digits; nothing where blank.
  var text: String {
    switch self {
    case .blank: ""
    case .number(let value):
      value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    case .text(let text): text.trimmed
    }
  }

  /// The number, or the number that a text spells.
  var number: Double? {
    switch self {
    case .blank: nil
    case .number(let value): value
    case .text(let text): text.decimalNumber
    }
  }

  /// The calendar year that a heading names: `1960`, `1960.0` or `1960 [YR1960]`.
  var year: Int? {
    if case .number(let value) = self, value == value.rounded(), (1...2200).contains(value) {
      return Int(value)
    }
    let digits = text.prefix { $0.isNumber }
    guard digits.count == 4, let year = Int(digits), (1...2200).contains(year) else { return nil }
    let rest = text.dropFirst(4)
    return rest.isEmpty || rest == ".0" || rest == " [YR\(digits)]" ? year : nil
  }

  var isBlank: Bool { text.isEmpty }
}

extension String {
  /// The text without blanks at its ends, the hard ones included.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The finite decimal number that the text spells, or nothing.
  var decimalNumber: Double? {
    let text = trimmed
    let isPlain = text.utf8.allSatisfy {
      (48...57).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
    guard isPlain, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
