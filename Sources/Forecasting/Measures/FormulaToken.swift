/// A word of a formula.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    /// One of `+ - * / ^ ( ) ,`.
    case sign(Character)
    /// What stands between brackets.
    case unit(String)
    case end
  }

  let kind: Kind
  /// Where it begins, the first character being 1.
  let character: Int

  /// As it is quoted in a message.
  var words: String {
    switch kind {
    case .number(let value): FormulaText.number(value)
    case .name(let name): "\"\(name)\""
    case .sign(let sign): "\"\(sign)\""
    case .unit(let unit): "[\(unit)]"
    case .end: "the end"
    }
  }

  /// Splits a formula into words; the last one is the end.
  static func tokens(of text: String) throws(FormulaError) -> [FormulaToken] {
    let characters = Array(text)
    var tokens: [FormulaToken] = []
    var place = 0
    func run(_ belongs: (Character) -> Bool) -> String {
      String(characters[place...].prefix(while: belongs))
    }
    while place < characters.count {
      let first = characters[place]
      let character = place + 1
      func fail(_ found: String, _ expected: String) -> FormulaError {
        FormulaError(character: character, problem: .unexpected(found, expected: expected))
      }
      if first.isWhitespace {
        place += 1
      } else if "+-*/^(),".contains(first) {
        tokens.append(FormulaToken(kind: .sign(first), character: character))
        place += 1
      } else if first == "[" {
        let unit = run { $0 != "]" }
        guard place + unit.count < characters.count else {
          throw fail("an open bracket", "a unit in brackets")
        }
        tokens.append(FormulaToken(kind: .unit(String(unit.dropFirst())), character: character))
        place += unit.count + 1
      } else if isDigit(first) || first == "." {
        let digits = number(in: characters, from: place)
        guard let value = Double(digits), value.isFinite else {
          throw fail("\"\(digits)\"", "a number")
        }
        tokens.append(FormulaToken(kind: .number(value), character: character))
        place += digits.count
      } else if isLetter(first) {
        let name = run { isLetter($0) || isDigit($0) || $0 == "." }
        tokens.append(FormulaToken(kind: .name(name), character: character))
        place += name.count
      } else {
        throw fail("\"\(first)\"", "a number, a name or an operator")
      }
    }
    return tokens + [FormulaToken(kind: .end, character: characters.count + 1)]
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isLetter(_ character: Character) -> Bool {
    character == "_" || ("a"..."z").contains(character) || ("A"..."Z").contains(character)
  }

  /// Digits with a point, and an exponent with its sign.
  private static func number(in characters: [Character], from first: Int) -> String {
    var end = first
    while end < characters.count {
      let isExponent = characters[end] == "e" || characters[end] == "E"
      let isSigned = end + 1 < characters.count && "+-".contains(characters[end + 1])
      if isDigit(characters[end]) || characters[end] == "." {
        end += 1
      } else if isExponent {
        end += isSigned ? 2 : 1
      } else {
        break
      }
    }
    return String(characters[first..<min(end, characters.count)])
  }
}
