import Probability
import Testing

@Suite("Quantile sketch")
struct QuantileSketchTests {
  private func sample(_ seed: Int) -> [Double] {
    var deviates = [Double](repeating: 0, count: 64 * BlockStream.lanes)
    deviates.withUnsafeMutableBufferPointer {
      BlockStream(seed: 9, block: seed).fillIndependent($0, channel: 0)
    }
    return deviates
  }

  @Test(arguments: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
  func `is within a bin of the sample's quantile`(probability: Double) throws {
    let sample = sample(1)
    var sketch = QuantileSketch(range: -8...8, bins: 4096)
    for x in sample { sketch.record(x) }
    let exact = quantile(probability, ofSorted: sample.sorted())
    // Neighbouring order statistics can be further apart than a bin.
    let spread = sample.sorted()
    let next = spread[min(spread.count - 1, Int(probability * Double(spread.count)) + 1)]
    let found = try #require(sketch.quantile(probability))
    #expect(abs(found - exact) <= sketch.binWidth + abs(next - exact))
  }

  @Test func `merging in any order gives the same sketch`() {
    let parts = (0..<5).map { seed in
      var part = QuantileSketch(range: -8...8, bins: 512)
      for x in sample(seed) { part.record(x) }
      return part
    }
    var forwards = parts[0]
    for part in parts.dropFirst() { forwards.merge(part) }
    var backwards = parts[4]
    for part in parts.reversed().dropFirst() { backwards.merge(part) }
    #expect(forwards == backwards)
  }

  @Test func `numbers far apart are kept in whichever order they come`() throws {
    let numbers = [3.0, -7.9, 0, 7.9, 12, -30, 0.1]
    func sketch(_ numbers: [Double]) -> QuantileSketch {
      var sketch = QuantileSketch(range: -8...8, bins: 4096)
      for x in numbers { sketch.record(x) }
      return sketch
    }
    let whole = sketch(numbers)
    #expect(whole.count == 7)
    #expect(sketch(numbers.reversed()) == whole)
    var merged = sketch([0])
    merged.merge(sketch([]))
    merged.merge(sketch([-7.9, 7.9, 12, -30]))
    merged.merge(sketch([3, 0.1]))
    #expect(merged == whole)
    #expect(try abs(#require(whole.quantile(0.5)) - 0.1) < whole.binWidth)
  }

  @Test func `quantiles never fall as probabilities rise`() throws {
    var sketch = QuantileSketch(range: -8...8, bins: 64)
    for x in sample(3) { sketch.record(x) }
    let quantiles = try stride(from: 0.01, through: 0.99, by: 0.01).map {
      try #require(sketch.quantile($0))
    }
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `what is not a number is left out`() {
    var sketch = QuantileSketch(range: 0...1, bins: 4)
    sketch.record(.nan)
    #expect(sketch.count == 0)
    #expect(sketch.quantile(0.5) == nil)
  }
}
