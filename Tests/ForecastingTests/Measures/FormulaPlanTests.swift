import Models
import Panels
import Probability
import RealModule
import TestSupport
import Testing

@testable import Forecasting

@Suite("Formulas planned together")
struct FormulaPlanTests {
  private let powers: [Power] = ["AAA", "BBB", "USA"]
  private let people = Indicator("people", unit: "persons")
  private let income = Indicator("income", unit: "$")
  private let price = Indicator("price", unit: "1")

  /// Two years of three powers with one number missing.
  private var futures: Futures<Float> {
    var futures = Futures<Float>(years: 2026...2027, powers: powers, lanes: BlockStream.lanes)
    for (seed, indicator) in [people, income, price].enumerated() {
      var deviates = Deviates(seed: UInt32(seed))
      futures.levels[indicator.name] = deviates.next(6 * BlockStream.lanes).map {
        1 + Float($0 * $0)
      }
    }
    futures.levels[price.name]?[7] = .nan
    return futures
  }

  private var formulas: [Formula] {
    let output = Formula.product(.indicator(people), .indicator(income))
    let market = Formula.product(.indicator(price), output)
    return [
      output, market, .share(output), .share(market), .share(.sum(output, market)),
      .mean([.share(output), .share(.indicator(people))]), .relative(market),
      .quotient(market, .power(.relative(output), .constant(0.3))),
    ]
  }

  /// By law: what is computed once for all is what each says alone, to the bit.
  @Test(arguments: [[0, 1, 2], [1], [2, 0]])
  func `are each what they are alone`(rows: [Int]) {
    let futures = futures
    let all = FormulaPlan(formulas).values(in: futures, rows: rows, context: .past)
    for (formula, values) in zip(formulas, all) {
      let alone = formula.values(in: futures, rows: rows, context: .past)
      #expect(alone.map(\.bitPattern) == values.map(\.bitPattern))
    }
  }

  /// By law: a share is a power's value over the sum of all powers' values.
  @Test func `shares are of the sum of all powers`() {
    let futures = futures
    for formula in formulas[0...1] {
      let values = formula.values(in: futures, rows: [0, 1, 2], context: .past)
      let shares = Formula.share(formula).values(in: futures, rows: [0, 1, 2], context: .past)
      let totals = formula.totals(in: futures, context: .past)
      for cell in shares.indices where !values[cell].isNaN {
        let step = cell / (3 * futures.lanes)
        let total = totals[step * futures.lanes + cell % futures.lanes]
        // Sums over a block are in single precision.
        #expect(abs(shares[cell] * total / values[cell] - 1) < 1e-6)
      }
    }
  }

  @Test func `what is not wanted is not computed`() {
    let plan = FormulaPlan(formulas)
    let some = plan.values(in: futures, rows: [0], context: .past) { $0 == 3 }
    #expect(some.map(\.isEmpty) == formulas.indices.map { $0 != 3 })
  }

  @Test func `a product keeps the order in which it is multiplied`() {
    let output = Formula.product(.indicator(people), .indicator(income))
    #expect(Formula.product(.indicator(price), output).factors == [people, income, price])
    #expect(Formula.product(output, .indicator(price)).factors == [people, income, price])
    #expect(Formula.product(output, output).factors == nil)
    #expect(Formula.sum(output, output).factors == nil)
  }

  /// By law: an indicator's futures do not depend on which others are drawn.
  @Test func `a block has the same levels of what is wanted`() throws {
    let made = [people, income].enumerated().map { seed, indicator in
      var deviates = Deviates(seed: UInt32(10 + seed))
      return Panel.made(
        indicator, from: 1960,
        Dictionary(
          uniqueKeysWithValues: powers.map { power in
            (
              power,
              deviates.next(60).reduce(into: [100.0]) {
                $0.append($0[$0.count - 1] * .exp(0.05 * $1))
              }
            )
          }))
    }
    let data = DataSet(panels: made, entities: [], checksum: "made")
    let fits = try made.map { try RandomWalk().fit($0, for: powers) }
    let joint = JointFit(
      fits: fits, data: data, past: Futures(past: data, of: [people, income]), powers: powers,
      lastYear: 2030)
    let whole = joint.block(3, seed: 1)
    let part = joint.block(3, seed: 1) { $0 == income }
    #expect(Set(part.levels.keys) == [income.name])
    #expect(part.levels[income.name] == whole.levels[income.name])
    let deal = BlockDeal(
      fits: [joint], counts: [96], seed: 1, wanted: [[people: 40, income: 96]])
    #expect((0..<3).map { deal.block($0).futures.levels.count } == [2, 2, 1])
  }
}
