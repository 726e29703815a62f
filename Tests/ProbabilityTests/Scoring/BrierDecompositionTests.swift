import Probability
import TestSupport
import Testing

@Suite("Brier decomposition")
struct BrierDecompositionTests {
  /// `Reference/binary.py`: the published sums in numpy.
  @Test func `terms are those of numpy`() throws {
    let expected = try #require(Reference.rows(of: "binary_scores.csv").first)
    let parts = BrierDecomposition(of: try binaryForecasts())
    let terms = [
      parts.reliability, parts.resolution, parts.uncertainty, parts.varianceWithinBins,
      parts.covarianceWithinBins,
    ]
    for (term, value) in zip(terms, expected.dropFirst(2)) { #expect(abs(term - value) < 1e-15) }
  }

  @Test(arguments: [1, 3, 10, 37])
  func `terms add up to the mean score in any bins`(bins: Int) throws {
    let forecasts = try binaryForecasts()
    let parts = BrierDecomposition(of: forecasts, edges: ReliabilityBin.equalEdges(bins))
    let mean = forecasts.reduce(0) { $0 + $1.brierScore } / Double(forecasts.count)
    #expect(abs(parts.score - mean) < 1e-15)
    let short = parts.reliability - parts.generalizedResolution + parts.uncertainty
    #expect(abs(short - mean) < 1e-15)
  }

  /// Two probabilities, each in its own bin: 0.25 came true once in 4, 0.75 twice in 4.
  @Test func `without spread in bins it is Murphy's`() {
    let low = (0..<4).map { BinaryForecast(probability: 0.25, occurred: $0 == 0) }
    let high = (0..<4).map { BinaryForecast(probability: 0.75, occurred: $0 < 2) }
    let parts = BrierDecomposition(of: low + high)
    #expect(parts.varianceWithinBins == 0 && parts.covarianceWithinBins == 0)
    #expect(parts.reliability == 0.03125)
    #expect(parts.resolution == 0.015625)
    #expect(parts.uncertainty == 0.234375)
  }

  /// Counts and means of numpy, Wilson's interval of statsmodels' `proportion_confint`.
  @Test func `bins are those of the reference`() throws {
    let bins = ReliabilityBin.bins(of: try binaryForecasts())
    let rows = try Reference.rows(of: "binary_bins.csv")
    try #require(bins.count == rows.count)
    for (bin, row) in zip(bins, rows) {
      let interval = bin.occurred.wilsonInterval(confidence: 0.9)
      #expect(bin.range.lowerBound == row[0] / 10)
      #expect(Double(bin.occurred.total) == row[1])
      #expect(abs(bin.meanProbability - row[2]) < 1e-15)
      #expect(abs(bin.occurred.frequency - row[3]) < 1e-15)
      #expect(abs(interval.lowerBound - row[4]) < 1e-14)
      #expect(abs(interval.upperBound - row[5]) < 1e-14)
    }
  }

  @Test func `an empty bin is left out and one is in the last`() {
    let bins = ReliabilityBin.bins(of: [
      BinaryForecast(probability: 1, occurred: true), .init(probability: 0.5, occurred: true),
    ])
    #expect(bins.map(\.range) == [0.5...0.6, 0.9...1])
    #expect(ReliabilityBin.bins(of: []).isEmpty)
  }

  /// The interval never leaves 0 to 1, and at none of *n* it ends at *z² / (n + z²)*.
  @Test func `an interval of none or all touches its end`() {
    let none = Proportion(count: 0, of: 7).wilsonInterval(confidence: 0.95)
    let all = Proportion(count: 7, of: 7).wilsonInterval(confidence: 0.95)
    let square = 3.8414588206941227  // z² at 95 %
    #expect(none.lowerBound == 0 && all.upperBound == 1)
    #expect(abs(none.upperBound - square / (7 + square)) < 1e-15)
    #expect(abs(all.lowerBound - 7 / (7 + square)) < 1e-15)
  }

  @Test func `no forecast at all is misuse`() async {
    await #expect(processExitsWith: .failure) { _ = BrierDecomposition(of: []) }
  }
}
