import Probability
import Testing

@Suite("Uniform deviates")
struct BlockStreamUniformsTests {
  let stream = BlockStream(seed: 7, block: 3)

  @Test func `the first do not depend on how many`() {
    let many = stream.uniforms(70_000, channel: 2)
    #expect(Array(many.prefix(45)) == stream.uniforms(45, channel: 2))
    #expect(stream.uniforms(0, channel: 2).isEmpty)
  }

  /// 70,000 numbers reach into a third step: none is met twice.
  @Test func `no step repeats another`() {
    #expect(Set(stream.uniforms(70_000, channel: 2)).count == 70_000)
  }

  /// Uniform by the distance of 20,000 from it; a fixed seed, so it fails always or never.
  @Test func `they are uniform`() {
    let values = stream.uniforms(20_000, channel: 0)
    #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(KolmogorovSmirnov(uniform: values).pValue > 0.01)
    #expect(TransformHistogram(of: values, bins: 100).pValue > 0.01)
  }

  @Test func `channel, block and seed each change them`() {
    let others = [
      stream.uniforms(9, channel: 1), BlockStream(seed: 7, block: 4).uniforms(9, channel: 0),
      BlockStream(seed: 8, block: 3).uniforms(9, channel: 0), stream.uniforms(9, channel: 0),
    ]
    #expect(Set(others.map { $0[0] }).count == 4)
  }
}
