import Panels
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Formula's values")
struct FormulaEvaluationTests {
  private let size = Indicator("size", unit: "units")
  private var formula: Formula { .indicator(size) }

  private func past(_ runs: [Power: [Double]]) -> Futures<Double> {
    let data = DataSet(
      panels: [.made(size, from: 2000, runs)], entities: [], checksum: "made")
    return Futures(past: data, of: [size])
  }

  private func values(_ formula: Formula, _ runs: [Power: [Double]]) -> [Double] {
    let past = past(runs)
    return formula.values(
      in: past, rows: Array(past.powers.indices), context: .past)
  }

  /// Worked by hand.
  @Test func `follows the rules of arithmetic`() {
    let runs: [Power: [Double]] = ["AAA": [-2, 0, 4]]
    #expect(values(.power(formula, .constant(2)), runs) == [4, 0, 16])
    #expect(values(.maximum(.constant(1), formula), runs) == [1, 1, 4])
    #expect(values(.power(.constant(4), .constant(0.5)), runs) == [2, 2, 2])
    let logs = values(.logarithm(formula), runs)
    #expect(logs[0].isNaN && logs[1].isNaN && logs[2] == .log(4))
    let inverse = values(.quotient(.constant(1), formula), runs)
    #expect(inverse[0] == -0.5 && inverse[1].isNaN && inverse[2] == 0.25)
  }

  @Test func `what is missing stays missing`() {
    let runs: [Power: [Double]] = ["AAA": [.nan, 1]]
    for formula in [
      Formula.maximum(.constant(0), formula), .power(formula, .constant(2)),
      .stock(formula, rate: 0.5),
      .share(formula), .sum(formula, .constant(1)),
    ] {
      #expect(values(formula, runs)[0].isNaN)
      #expect(values(formula, runs)[1] > 0)
    }
  }

  /// By hand: 10 / 0.5, then half of it and 10, then half of that and 4; a gap begins anew.
  @Test func `a stock keeps what is not lost`() {
    let found = values(.stock(formula, rate: 0.5), ["AAA": [10, 10, 4, .nan, 3]])
    #expect(found[0...2] == [20, 20, 14])
    #expect(found[3].isNaN && found[4] == 6)
  }

  @Test func `shares add up to one and the United States are one`() {
    let runs: [Power: [Double]] = ["AAA": [1, 2], "USA": [4, 4], "BBB": [5, .nan]]
    // Rows are in the order of codes: AAA, BBB, USA.
    let shares = values(.share(formula), runs)
    #expect(shares[0..<3].reduce(0, +) == 1)
    #expect(shares[3] == 1.0 / 3 && shares[4].isNaN && shares[5] == 2.0 / 3)
    let relative = values(.relative(formula), runs)
    #expect(relative[0..<3] == [0.25, 1.25, 1])
    #expect(values(.relative(formula), ["AAA": [1]])[0].isNaN)
  }

  /// A law: a stock does not feel where the past ends and the futures begin.
  @Test(arguments: 1...7)
  func `a stock goes on across the origin`(known: Int) {
    let runs: [Power: [Double]] = [
      "AAA": [1, 5, 2, 8, 3, 3, 9, 4], "BBB": [.nan, .nan, 2, 2, 2, 6, 6, 1],
    ]
    let stock = Formula.stock(formula, rate: 0.3)
    let whole = values(stock, runs)
    let before = past(runs.mapValues { Array($0.prefix(known)) })
    let context = FormulaContext(for: [stock], past: before, simulated: ["AAA", "BBB"])
    var after = Futures<Double>(years: 2000 + known...2007, powers: ["BBB", "AAA"], lanes: 2)
    after.levels[size.name] = (known..<8).flatMap { step in
      ["BBB", "AAA"].flatMap { [Double](repeating: runs[$0]?[step] ?? .nan, count: 2) }
    }
    let found = stock.values(in: after, rows: [1, 0], context: context)
    for step in known..<8 {
      for row in 0...1 {
        for lane in 0...1 {
          let value = found[((step - known) * 2 + row) * 2 + lane]
          let expected = whole[step * 2 + row]
          #expect(value == expected || value.isNaN && expected.isNaN)
        }
      }
    }
  }

  /// By hand: the loadings of two shares that move together are 1/√2 each.
  @Test func `two shares have equal loadings`() throws {
    let other = Indicator("other", unit: "units")
    let data = DataSet(
      panels: [
        .made(size, from: 2000, ["AAA": [1], "BBB": [2], "CCC": [4], "DDD": [9]]),
        .made(other, from: 2000, ["AAA": [2], "BBB": [1], "CCC": [5], "DDD": [7]]),
      ], entities: [], checksum: "made")
    let parts = [Formula.share(formula), .share(.indicator(other))]
    let component = try #require(PrincipalComponent(of: parts, in: data))
    for loading in component.loadings { #expect(abs(loading - 0.5.squareRoot()) < 1e-12) }
    #expect(abs(component.weights.reduce(0, +) - 1) < 1e-12)
    // The correlation of the two is r; the first component explains (1 + r) / 2.
    let r = 27.0 / (38.0 * 22.75).squareRoot()
    #expect(abs(component.explained - (1 + r) / 2) < 1e-12)
    let resolved = Formula.component(parts).resolved(in: data, knownBy: 2000)
    #expect(resolved == .weighted(zip(component.weights, parts).map { ($0, $1) }))
  }

  @Test func `a power of zero is zero, and of nothing is missing`() {
    let formula = Formula.power(.indicator(size), .constant(0.35))
    let past = past(["AAA": [0, 1, 32, .nan]])
    let values = formula.values(in: past, rows: [0], context: .past)
    #expect(values[0] == 0 && values[1] == 1 && values[3].isNaN)
    #expect(abs(values[2] - .pow(32, 0.35)) < 1e-14)
  }
}
