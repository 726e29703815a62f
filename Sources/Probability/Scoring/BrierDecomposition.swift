/// What a mean Brier score is made of: reliability, resolution and uncertainty.
///
///     BS = REL − RES + UNC + WBV − WBC
///     REL = Σₖ nₖ (p̄ₖ − ōₖ)² / N          RES = Σₖ nₖ (ōₖ − ō)² / N       UNC = ō (1 − ō)
///     WBV = Σₖ Σᵢ (pₖᵢ − p̄ₖ)² / N         WBC = 2 Σₖ Σᵢ (pₖᵢ − p̄ₖ)(oₖᵢ − ōₖ) / N
///
/// over *N* forecasts in bins *k*. With the two terms from within bins the sum is exact however
/// the bins are cut; they vanish where a bin holds one probability only, which is Murphy's case.
///
/// **Source.** Murphy, "A new vector partition of the probability score" (1973),
/// doi:10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2; Stephenson, Coelho and Jolliffe, "Two extra
/// components in the Brier score decomposition" (2008), doi:10.1175/2007WAF2006116.1.
public struct BrierDecomposition: Sendable {
  /// How far frequencies are from probabilities; 0 is best.
  public let reliability: Double
  /// How far the frequencies of bins are from the frequency of all; large is good.
  public let resolution: Double
  /// The score of a forecast that always gives the frequency of all.
  public let uncertainty: Double
  public let varianceWithinBins: Double
  public let covarianceWithinBins: Double
  public let bins: [ReliabilityBin]

  /// - Precondition: At least one forecast; edges ascend from 0 to 1.
  public init(
    of forecasts: [BinaryForecast], edges: [Double] = ReliabilityBin.equalEdges(10)
  ) {
    precondition(!forecasts.isEmpty, "a decomposition needs a forecast")
    let bins = ReliabilityBin.bins(of: forecasts, edges: edges)
    let total = Double(forecasts.count)
    let frequency = Double(forecasts.count(where: \.occurred)) / total
    func mean(_ term: (ReliabilityBin) -> Double) -> Double {
      bins.reduce(0) { $0 + term($1) } / total
    }
    self.bins = bins
    reliability = mean {
      let bias = $0.meanProbability - $0.occurred.frequency
      return Double($0.occurred.total) * bias * bias
    }
    resolution = mean {
      let departure = $0.occurred.frequency - frequency
      return Double($0.occurred.total) * departure * departure
    }
    uncertainty = frequency * (1 - frequency)
    varianceWithinBins = mean(\.squares)
    covarianceWithinBins = mean { 2 * $0.products }
  }

  /// The mean Brier score, put together again.
  public var score: Double {
    reliability - resolution + uncertainty + varianceWithinBins - covarianceWithinBins
  }

  /// Resolution that credits what forecasts tell apart within bins.
  public var generalizedResolution: Double {
    resolution - varianceWithinBins + covarianceWithinBins
  }
}
