import Testing

@testable import Charts

@Suite("Spread of labels")
struct SpreadTests {
  /// By hand: two labels of size 10 at one place move half their size apart.
  @Test func `moves two labels apart by the same distance`() {
    #expect(Spread.middles(wanted: [50, 50], sizes: [10, 10], in: 0...100) == [45, 55])
  }

  @Test func `leaves labels that do not overlap`() {
    #expect(Spread.middles(wanted: [80, 20], sizes: [10, 10], in: 0...100) == [80, 20])
  }

  @Test func `keeps labels inside`() {
    #expect(
      Spread.middles(wanted: [100, 100, 0], sizes: [10, 10, 10], in: 0...100) == [85, 95, 5])
  }

  @Test(arguments: 1...12)
  func `never lets labels overlap`(count: Int) {
    let wanted = (0..<count).map { Double(($0 * 37) % 11) * 7 }
    let sizes = (0..<count).map { Double(10 + $0 % 3 * 4) }
    let middles = Spread.middles(wanted: wanted, sizes: sizes, in: 0...300)
    let boxes = zip(middles, sizes).map { ($0 - $1 / 2, $0 + $1 / 2) }.sorted { $0.0 < $1.0 }
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.1 <= $1.0 + 1e-9 })
    #expect(boxes.allSatisfy { $0.0 >= -1e-9 && $0.1 <= 300 + 1e-9 })
  }
}
