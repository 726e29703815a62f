import RealModule
import TestSupport
import Testing

@testable import Probability

@Suite("Uniformity of integral transforms")
struct UniformityTests {
  /// scipy's `chisquare` of ten bins.
  @Test func `a histogram's test is scipy's`() throws {
    for row in try Reference.rows(of: "uniformity.csv") {
      let histogram = TransformHistogram(of: Array(row[4...]))
      #expect(abs(histogram.chiSquare - row[2]) < 1e-12 * row[2])
      #expect(abs(histogram.pValue - row[3]) < 1e-12)
    }
  }

  /// scipy's `kstest`; its probability is exact, ours a limit with the accuracy it states.
  @Test func `a distance is scipy's and its probability near`() throws {
    for row in try Reference.rows(of: "uniformity.csv") {
      let distance = KolmogorovSmirnov(uniform: Array(row[4...]))
      #expect(abs(distance.statistic - row[0]) < 1e-15)
      #expect(abs(distance.pValue - row[1]) < (distance.count < 20 ? 0.008 : 0.0006))
    }
  }

  /// scipy 1.17: `scipy.special.kolmogorov`; the two series meet at 1.18.
  @Test(arguments: [
    (0.2, 0.999999999999495), (0.5, 0.9639452436648751), (1, 0.26999967167735456),
    (1.17, 0.12939004218561884), (1.19, 0.11774229287977166), (2, 0.0006709252557796953),
  ])
  func `the limit is scipy's`(x: Double, probability: Double) {
    #expect(abs(KolmogorovSmirnov.limit(x) - probability) < 1e-14)
  }

  @Test func `edges fall in the bins above, and one in the last`() {
    let histogram = TransformHistogram(of: [0, 0.25, 0.49, 0.5, 1, 1], bins: 4)
    #expect(histogram.counts == [1, 2, 1, 2])
    #expect(abs(histogram.heights[1] - 4.0 / 3) < 1e-15)
    #expect(TransformHistogram(of: [0.1, 0.9], bins: 2).pValue == 1)
  }

  /// A forecast that is right, one too wide and one too narrow, at 4,000 quantiles of the truth.
  @Test func `a hump is too much spread and a trough too little`() {
    let outcomes = (0..<4000).map { Normal.quantile((Double($0) + 0.5) / 4000) }
    func heights(_ deviation: Double) -> [Double] {
      TransformHistogram(of: outcomes.map { Normal.cumulative($0 / deviation) }, bins: 5).heights
    }
    #expect(heights(1) == [1, 1, 1, 1, 1])
    #expect(heights(2)[2] > 1.5 && heights(2)[0] < 0.5)
    #expect(heights(0.5)[2] < 0.7 && heights(0.5)[0] > 1.5)
  }

  /// The true distribution has an atom of half at 0; spread over it, transforms are uniform.
  @Test func `randomized transforms of atoms are uniform`() {
    let forecast = SampleForecast((0..<1000).map { max(0, Double($0) - 499) })
    let deviates = BlockStream(seed: 5, block: 0).uniforms(4000, channel: 0)
    let transforms = (0..<2000).map { i in
      let value = forecast.values[Int(deviates[i] * 1000)]
      return forecast.integralTransform(of: value, deviate: deviates[2000 + i])
    }
    let flat = (0..<2000).map { i in
      forecast.integralTransform(of: forecast.values[Int(deviates[i] * 1000)], deviate: 1)
    }
    #expect(KolmogorovSmirnov(uniform: transforms).pValue > 0.01)
    #expect(KolmogorovSmirnov(uniform: flat).pValue < 1e-10)
  }
}
