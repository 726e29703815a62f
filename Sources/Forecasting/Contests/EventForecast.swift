/// When an event first happens, as counted over futures.
public struct EventForecast: Equatable, Sendable {
  /// The years in which it may happen.
  public let years: ClosedRange<Int>
  /// In how many futures it first happens in each year.
  public let counts: [Int]
  /// How many futures were drawn.
  public let futures: Int
  /// How it falls on mirrored futures; no pairs where all are independent.
  public let mirrored: MirroredCount
  /// The part of the probability that was counted over futures; the rest is known exactly.
  public let sampled: Double

  public init(
    years: ClosedRange<Int>, counts: [Int], futures: Int,
    mirrored: MirroredCount = MirroredCount(), sampled: Double = 1
  ) {
    precondition(counts.count == years.count && futures > 0, "a count a year, of some futures")
    self.years = years
    self.counts = counts
    self.futures = futures
    self.mirrored = mirrored
    self.sampled = sampled
  }

  /// The probability that it has happened by the end of a year.
  public func probability(by year: Int) -> Double {
    let happened = zip(years, counts).reduce(0) { $1.0 <= year ? $0 + $1.1 : $0 }
    return Double(happened) / Double(futures)
  }

  /// The probability that it does not happen within the horizon.
  public var never: Double { 1 - probability(by: years.upperBound) }

  /// The year by which it has happened with a probability, or nothing within the horizon.
  public func year(at probability: Double) -> Int? {
    years.first { self.probability(by: $0) >= probability }
  }

  /// The year by which it has happened in half of the futures.
  public var median: Int? { never > 0.5 ? nil : year(at: 0.5) }

  /// The Monte-Carlo standard error of the probability that it happens within the horizon.
  ///
  /// Pairs of mirrored futures count as one draw each, by what is seen of their sums.
  public var standardError: Double {
    let alone = Double(futures - 2 * mirrored.pairs)
    return sampled * (mirrored.squares + alone * never * (1 - never)).squareRoot()
      / Double(futures)
  }
}
