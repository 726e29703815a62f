public import Forecasting
public import Panels
import Probability

/// A pair's arms race as its burdens tell it: draws of Richardson's equations.
public struct ArmsRace: Sendable {
  public let first: Power
  public let second: Power
  /// The unbroken years in which both burdens are observed.
  public let years: ClosedRange<Int>
  /// Levels in the last of the years: burdens in percentage points, or a measure in percent of the
  /// largest level of either.
  public let now: (first: Double, second: Double)
  /// The equations at the mean of the posterior.
  public let mean: Richardson
  public let draws: [Richardson]
  /// Draws of the prior, to tell what the years added.
  public let priorDraws: [Richardson]

  /// Fewer common years tell nothing.
  public static let leastYears = 15
  static let drawCount = 4000

  /// Learns from all observed years up to the last.
  ///
  /// - Parameters:
  ///   - first: A state.
  ///   - second: Another.
  ///   - data: What is known.
  ///   - measure: In which they race; nothing for observed burdens.
  ///   - prior: How far reactions are drawn to zero.
  ///   - seed: Of the draws.
  /// - Throws: `tooFewYears`, `onePower` or `degenerate`.
  public init(
    _ first: Power, _ second: Power, in data: DataSet, measure: Measure? = nil,
    prior: ArmsRacePrior = ArmsRacePrior(), seed: UInt64 = 1
  ) throws(BalancingError) {
    guard first != second else { throw .onePower(first.code) }
    let level = Self.level(measure, in: data)
    let years = Self.commonYears(first, second, level)
    guard let years, years.count >= Self.leastYears else {
      throw .tooFewYears(have: years?.count ?? 0, need: Self.leastYears)
    }
    let raw = [first, second].map { power in years.compactMap { level(power, $0) } }
    let scale = measure == nil ? 1 : 100 / (raw.joined().max() ?? 1)
    let (x, y) = (raw[0].map { scale * $0 }, raw[1].map { scale * $0 })
    let posteriors = (
      try ReactionPosterior(own: x, other: y, prior: prior),
      try ReactionPosterior(own: y, other: x, prior: prior)
    )
    self.first = first
    self.second = second
    self.years = years
    now = (x[x.count - 1], y[y.count - 1])
    mean = Self.equations(posteriors.0.mean, posteriors.1.mean)
    draws = Self.draws(posteriors.0.deviateCount + posteriors.1.deviateCount, seed) { deviate in
      let count = posteriors.0.deviateCount
      return Self.equations(
        posteriors.0.draw(deviate), posteriors.1.draw { deviate(count + $0) })
    }
    priorDraws = Self.draws(4, seed) { deviate in
      func fatigue(_ place: Int) -> Double {
        prior.fatigueMean + prior.fatigueDeviation * deviate(place)
      }
      return Richardson(
        fatigue: (fatigue(0), fatigue(1)),
        reaction: (prior.reactionDeviation * deviate(2), prior.reactionDeviation * deviate(3)),
        grievance: (0, 0))
    }
  }

  /// The share of draws that are stable.
  public var probabilityOfStability: Double { Self.stableShare(draws) }

  /// The same before the years were seen.
  public var priorProbabilityOfStability: Double { Self.stableShare(priorDraws) }

  /// The median and the central 90 % of a quantity over the draws that have it.
  public func summary(_ quantity: (Richardson) -> Double?) -> ArmsRaceSummary? {
    ArmsRaceSummary(draws.compactMap(quantity))
  }

  private static func stableShare(_ draws: [Richardson]) -> Double {
    Double(draws.count(where: \.isStable)) / Double(draws.count)
  }

  private static func equations(_ x: [Double], _ y: [Double]) -> Richardson {
    Richardson(fatigue: (x[1], y[1]), reaction: (x[0], y[0]), grievance: (x[2], y[2]))
  }

  /// Draws with so many standard normal deviates each, a pure function of the seed.
  private static func draws(
    _ count: Int, _ seed: UInt64, _ draw: ((Int) -> Double) -> Richardson
  ) -> [Richardson] {
    let lanes = BlockStream.lanes
    return (0..<drawCount / lanes).flatMap { block -> [Richardson] in
      var deviates = [Double](repeating: 0, count: count * lanes)
      let stream = BlockStream(seed: seed, block: block)
      deviates.withUnsafeMutableBufferPointer { stream.fillIndependent($0, channel: channel) }
      return (0..<lanes).map { lane in draw { deviates[$0 * lanes + lane] } }
    }
  }

  /// Below the channels of all indicators, next to that of reliability.
  private static let channel = 8

  /// What a power has in a year: its observed burden in points, or its level of a measure.
  private static func level(
    _ measure: Measure?, in data: DataSet
  ) -> (Power, Int) -> Double? {
    if let measure {
      let record = MeasureRecord(measure.resolved(in: data), data: data)
      return { record[$0, $1] }
    }
    let panel = data[.burden]
    return { power, year in
      guard panel?.provenance(of: power, in: year)?.status == .observed else { return nil }
      return panel?[power, year].map { 100 * $0 }
    }
  }

  /// The unbroken years up to the last that both have.
  private static func commonYears(
    _ first: Power, _ second: Power, _ level: (Power, Int) -> Double?
  ) -> ClosedRange<Int>? {
    func isKnown(_ year: Int) -> Bool { level(first, year) != nil && level(second, year) != nil }
    guard let last = (1816...2200).last(where: isKnown) else { return nil }
    var begin = last
    while isKnown(begin - 1) { begin -= 1 }
    return begin...last
  }
}

/// The middle of a quantity's draws, and where nine tenths of them lie.
public struct ArmsRaceSummary: Equatable, Sendable {
  public let median: Double
  public let low: Double
  public let high: Double

  /// The median and the central 90 % of the finite ones; fails where there are none.
  public init?(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return nil }
    median = quantile(0.5, ofSorted: sorted)
    low = quantile(0.05, ofSorted: sorted)
    high = quantile(0.95, ofSorted: sorted)
  }
}
