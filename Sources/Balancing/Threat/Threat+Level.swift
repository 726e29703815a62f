import RealModule

extension Threat {
  static func exponential(_ x: Double) -> Double { .exp(x) }

  /// What a part with weight 1 adds to the logarithm of the level; nothing where it is missing.
  func logarithm(of part: ThreatWeights.Part) -> Double? {
    switch part {
    case .power: .log(share)
    case .proximity: proximity.map { .log($0) }
    case .offense: offense.map { .log($0) }
    case .disputes: disputes.map { .log(onePlus: $0) }
    case .ideals: idealDistance
    }
  }

  /// The same with its level, from the parts that are known in the year.
  func rated(by parts: [ThreatWeights.Part], _ weights: ThreatWeights) -> Threat {
    var sum = 0.0
    var isWhole = true
    for part in parts {
      guard let value = logarithm(of: part) else {
        isWhole = false
        break
      }
      sum += weights[part] * value
    }
    return Threat(
      power: power, share: share, distance: distance, contiguity: contiguity,
      proximity: proximity, spendingShare: spendingShare, spendingGrowth: spendingGrowth,
      disputes: disputes, idealDistance: idealDistance, level: isWhole ? .exp(sum) : nil)
  }
}
