import Panels
import TestSupport
import Testing

@testable import Forecasting

@Suite("Formula parser")
struct FormulaParserTests {
  private func parsed(_ text: String) throws(FormulaError) -> Formula {
    try FormulaParser.formula(text) { name throws(FormulaProblem) in
      if let measure = Measure.catalogue.first(where: { $0.name == name }) {
        return measure.formula
      }
      guard let indicator = Indicator.catalogue.first(where: { $0.name == name }) else {
        throw .unknownName(name, nearest: [])
      }
      return .indicator(indicator)
    }
  }

  private func problem(_ text: String) -> FormulaError? {
    do throws(FormulaError) {
      _ = try parsed(text)
      return nil
    } catch { return error }
  }

  private static let a = Formula.indicator(.burden)
  private static let b = Formula.indicator(.humanCapital)

  /// By the rules of arithmetic: products before sums, from the left; powers first, from the right.
  @Test(arguments: [
    ("burden + human_capital * burden", Formula.sum(a, .product(b, a))),
    ("burden - human_capital - 2", .difference(.difference(a, b), .constant(2))),
    ("burden / human_capital / 2", .quotient(.quotient(a, b), .constant(2))),
    ("2 ^ 3 ^ burden", .power(.constant(2), .power(.constant(3), a))),
    ("-burden ^ 2", .difference(.constant(0), .power(a, .constant(2)))),
    ("2 * -1.5e2", .product(.constant(2), .constant(-150))),
    ("(burden + 1) * 2", .product(.sum(a, .constant(1)), .constant(2))),
    ("max(0, burden, 1)", .maximum(.maximum(.constant(0), a), .constant(1))),
    ("stock(burden, .08)", .stock(a, rate: 0.08)),
    ("log(share(burden))", .logarithm(.share(a))),
    ("mean(relative(burden), 1)", .mean([.relative(a), .constant(1)])),
  ])
  func `reads what is written`(text: String, formula: Formula) throws {
    #expect(try parsed(text) == formula)
  }

  /// A law: what a formula is written as is read back to it.
  @Test(arguments: Measure.catalogue)
  func `reads back every measure`(measure: Measure) throws {
    #expect(try parsed(measure.formula.description) == measure.formula)
  }

  /// The same law for made-up formulas of every depth.
  @Test(arguments: 0..<200)
  func `reads back made-up formulas`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let formula = made(depth: 4, &random)
    #expect(try parsed(formula.description) == formula)
  }

  @Test(arguments: [
    ("burden + population", 8, "\"+\" joins a pure number and person"),
    ("gdp.mer - gdp.ppp", 9, "\"-\" joins $ and intl$"),
    ("max(population, 5)", 1, "max() joins person and a pure number"),
    ("burden / 0", 10, "divides by zero"),
    ("burden +", 9, "the end where a number"),
    ("burden * (human_capital", 24, "\")\" is expected"),
    ("burden burden", 8, "an operator or the end"),
    ("burden # 2", 8, "\"#\""),
    ("shar(burden)", 1, "not a function; did you mean share?"),
    ("nonsense", 1, "neither a measure nor an indicator"),
    ("stock(burden, 2)", 1, "at most 1"),
    ("stock(burden)", 1, "stock(x, rate)"),
    ("2 ^ population", 3, "an exponent is a number"),
    ("population ^ burden", 12, "an exponent is a number"),
    ("5 [dollar]", 3, "not a unit"),
    ("5 [person", 3, "an open bracket"),
    ("1.2.3", 1, "\"1.2.3\""),
    ("component(population, burden)", 1, "shares"),
    ("", 1, "the end"),
  ])
  func `says what is wrong and where`(text: String, character: Int, words: String) throws {
    let error = try #require(problem(text))
    #expect(error.character == character)
    #expect(error.description.contains(words), "\(error)")
  }

  @Test func `numbers carry units`() throws {
    let text = "max(0, gdp.ppp - 1095 [intl$/person] * population)"
    #expect(try parsed(text) == Measure.surplus().formula)
    #expect(Measure.netResources.formula.dimension?.description == "intl$^2/person")
    #expect(Measure.spendingMPPP().formula.dimension == .dollar)
  }

  private func made(depth: Int, _ random: inout SplitMix) -> Formula {
    guard depth > 0 else {
      let value = Double(Int.random(in: -50...50, using: &random)) / 4
      return Bool.random(using: &random) ? Self.a : .constant(value)
    }
    func part() -> Formula { made(depth: depth - 1, &random) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .sum(part(), part())
    case 1: return .difference(part(), .product(Self.b, part()))
    case 2: return .product(part(), part())
    case 3: return .quotient(part(), .sum(Self.b, Self.a))
    case 4: return .power(part(), part())
    case 5: return .maximum(part(), part())
    case 6: return .logarithm(part())
    case 7: return .share(part())
    case 8: return .relative(part())
    case 9: return .stock(part(), rate: 0.25)
    case 10: return .mean([part(), part(), part()])
    default: return .component([part(), part()])
    }
  }
}
