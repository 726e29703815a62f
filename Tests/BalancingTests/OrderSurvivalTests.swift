import Probability
import Testing

@testable import Balancing

@Suite("Survival of orders")
struct OrderSurvivalTests {
  /// A spell from 1900 of so many years.
  private func spell(_ duration: Int, began: Bool = true, ended: Bool = true) -> OrderSpell {
    OrderSpell(
      order: .bipolar, years: 1900...(1899 + duration), isBeginningKnown: began, isEndKnown: ended)
  }

  /// By hand: of three that all ended within ten years none lasted, which is no certainty.
  @Test func `gives no certainty where all or none lasted`() throws {
    let short = OrderSurvival(.bipolar, among: [spell(1), spell(2), spell(3)])
    #expect(short.survival(beyond: 10) == 0)
    let interval = try #require(short.interval(beyond: 10))
    #expect(interval.low == 0)
    // 1 − 0.05^(1/3)
    #expect(abs(interval.high - 0.6315968501359612) < 1e-11)
    let long = OrderSurvival(.bipolar, among: [spell(20), spell(30, ended: false)])
    #expect(long.survival(beyond: 10) == 1)
    #expect(try #require(long.interval(beyond: 10)).high == 1)
    #expect(try #require(long.interval(beyond: 10)).low < 0.3)
  }

  /// By law: a spell that was not followed for so long makes the share no plain one.
  @Test func `says too few where the share is not plain and nothing ended`() {
    let open = OrderSurvival(.bipolar, among: [spell(20), spell(3, ended: false)])
    #expect(open.survival(beyond: 10) == 1)
    #expect(open.interval(beyond: 10) == nil)
  }

  /// By hand: one of three was under way when the record began.
  @Test func `counts what was not seen to begin`() {
    let survival = OrderSurvival(.bipolar, among: [spell(4, began: false), spell(5), spell(6)])
    #expect(survival.spells == 2)
    #expect(survival.dropped == 1)
    #expect(OrderSurvival(.multipolar, among: [spell(5)]).spells == 0)
  }
}
