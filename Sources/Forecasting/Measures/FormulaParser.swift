import Panels

/// Reads formulas as people write them, and checks their units.
///
///     sum     = product (("+" | "-") product)*
///     product = signed (("*" | "/") signed)*
///     signed  = "-" signed | power
///     power   = atom ("^" signed)?
///     atom    = number ("[" unit "]")? | name | function "(" sum ("," sum)* ")" | "(" sum ")"
struct FormulaParser {
  /// What a name stands for.
  typealias LookUp = (String) throws(FormulaProblem) -> Formula

  private let tokens: [FormulaToken]
  private let lookUp: LookUp
  private var place = 0

  /// Reads a formula.
  ///
  /// - Parameters:
  ///   - text: As it is written.
  ///   - lookUp: What a name stands for; throws where it stands for nothing.
  /// - Returns: The formula, of one unit.
  /// - Throws: The first mistake, and where it is.
  static func formula(_ text: String, lookUp: @escaping LookUp) throws(FormulaError) -> Formula {
    var parser = FormulaParser(tokens: try FormulaToken.tokens(of: text), lookUp: lookUp)
    let formula = try parser.sum()
    guard parser.token.kind == .end else { throw parser.unexpected("an operator or the end") }
    return formula
  }

  private init(tokens: [FormulaToken], lookUp: @escaping LookUp) {
    self.tokens = tokens
    self.lookUp = lookUp
  }

  private var token: FormulaToken { tokens[place] }

  private func unexpected(_ expected: String) -> FormulaError {
    error(at: token, .unexpected(token.words, expected: expected))
  }

  private func error(at token: FormulaToken, _ problem: FormulaProblem) -> FormulaError {
    FormulaError(character: token.character, problem: problem)
  }

  /// Steps over a sign, if it is the next word.
  private mutating func take(_ signs: Character...) -> FormulaToken? {
    let token = token
    guard case .sign(let sign) = token.kind, signs.contains(sign) else { return nil }
    place += 1
    return token
  }

  private mutating func sum() throws(FormulaError) -> Formula {
    var left = try product()
    while let sign = take("+", "-") {
      let right = try product()
      left = sign.kind == .sign("+") ? .sum(left, right) : .difference(left, right)
      try requireUnits(of: left, at: sign)
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Formula {
    var left = try signed()
    while let sign = take("*", "/") {
      let divisor = token
      let right = try signed()
      if sign.kind == .sign("/"), case .constant(0, _) = right {
        throw error(at: divisor, .divisionByZero)
      }
      left = sign.kind == .sign("*") ? .product(left, right) : .quotient(left, right)
    }
    return left
  }

  private mutating func signed() throws(FormulaError) -> Formula {
    guard take("-") != nil else { return try power() }
    let part = try signed()
    if case .constant(let value, let unit) = part { return .constant(-value, unit: unit) }
    return .difference(.constant(0), part)
  }

  private mutating func power() throws(FormulaError) -> Formula {
    let base = try atom()
    guard let sign = take("^") else { return base }
    let power = Formula.power(base, try signed())
    guard power.dimension != nil else { throw error(at: sign, .exponentWithUnit) }
    return power
  }

  private mutating func atom() throws(FormulaError) -> Formula {
    let first = token
    switch first.kind {
    case .number(let value):
      place += 1
      return .constant(value, unit: try unit())
    case .name(let name):
      place += 1
      if take("(") != nil { return try call(name, at: first) }
      do throws(FormulaProblem) {
        return try lookUp(name)
      } catch { throw self.error(at: first, error) }
    case .sign("("):
      place += 1
      let formula = try sum()
      guard take(")") != nil else { throw unexpected("\")\"") }
      return formula
    default:
      throw unexpected("a number, a name or \"(\"")
    }
  }

  private mutating func unit() throws(FormulaError) -> Dimension {
    let first = token
    guard case .unit(let text) = first.kind else { return .one }
    place += 1
    do throws(FormulaProblem) {
      return try Dimension(named: text)
    } catch { throw self.error(at: first, error) }
  }

  private mutating func call(
    _ name: String, at first: FormulaToken
  ) throws(FormulaError) -> Formula {
    guard let function = FormulaFunction(rawValue: name) else {
      let nearest = NearestNames.names(
        to: name, among: FormulaFunction.allCases.map(\.rawValue))
      throw error(at: first, .unknownFunction(name, nearest: nearest))
    }
    var parts = [try sum()]
    while take(",") != nil { parts.append(try sum()) }
    guard take(")") != nil else { throw unexpected("\",\" or \")\"") }
    do throws(FormulaProblem) {
      return try function.formula(of: parts)
    } catch { throw self.error(at: first, error) }
  }

  /// Makes sure that what a sign has joined counts the same.
  private func requireUnits(
    of formula: Formula, at sign: FormulaToken
  ) throws(FormulaError) {
    guard formula.dimension == nil else { return }
    let units = formula.parts.map { $0.dimension ?? .one }
    throw error(at: sign, .mixedUnits(sign.words, units[0], units[1]))
  }
}
