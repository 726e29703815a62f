import LinearAlgebra
import Probability
import RealModule
import Testing

@testable import Models

@Suite("Coefficients of growth, drawn")
struct GrowthCoefficientsTests {
  private let chosen = GrowthCoefficients()
  private let drawn = (0..<4000).map {
    GrowthCoefficients().drawn(from: BlockStream(seed: 1, block: $0), channel: 9)
  }

  /// Law: four thousand draws tell a mean to a sixtieth of their deviation.
  @Test func `blocks take coefficients about those chosen`() {
    let pulls = drawn.map { $0.pull / chosen.pull }
    let rebounds = drawn.map { $0.rebound / chosen.rebound }
    #expect(abs(pulls.mean - 1) < 4 * 0.15 / 63)
    #expect(abs(pulls.sampleVariance.squareRoot() - 0.15) < 0.01)
    #expect(abs(rebounds.mean - 1) < 4 * 0.25 / 63)
    #expect(abs(rebounds.sampleVariance.squareRoot() - 0.25) < 0.02)
    #expect(abs(drawn.map(\.persistence).mean - 0.95) < 4 * 0.02 / 63)
  }

  @Test func `no deviation lasts for ever and the pull keeps its shape`() {
    #expect(drawn.allSatisfy { $0.persistence <= GrowthCoefficients.longest })
    #expect(drawn.contains { $0.persistence == GrowthCoefficients.longest })
    #expect(
      drawn.allSatisfy {
        abs($0.pullOfSquare / $0.pull - chosen.pullOfSquare / chosen.pull) < 1e-12
      })
  }

  @Test func `a block takes the same again and another block others`() {
    let stream = BlockStream(seed: 1, block: 7)
    #expect(chosen.drawn(from: stream, channel: 9) == drawn[7])
    #expect(drawn[7] != drawn[8])
  }
}
