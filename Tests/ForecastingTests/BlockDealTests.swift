import Testing

@testable import Forecasting

@Suite("Blocks in spans")
struct BlockDealTests {
  /// By a law: every block is in one span, in order, and none is longer than the one before.
  @Test(arguments: [0, 1, 2, 23, 24, 25, 313, 4000])
  func `are each dealt once, the last ones one by one`(blocks: Int) {
    let spans = BlockDeal.spans(of: blocks)
    #expect(spans.flatMap(\.self) == Array(0..<blocks))
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.count >= $1.count })
    #expect(spans.last.map(\.count) ?? 1 == 1)
  }
}
