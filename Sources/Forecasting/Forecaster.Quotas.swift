extension Forecaster {
  /// How many of each fit's futures count, the first ones: a number a fit.
  struct Quotas: Sendable {
    /// In which crossings are counted.
    var events: [Int] = []
    /// Of which quantiles are told.
    var levels: [Int] = []

    /// How many futures a fit must draw.
    func drawn(by fit: Int) -> Int { max(events[fit], levels[fit]) }
  }
}
