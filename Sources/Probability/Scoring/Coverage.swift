/// How often intervals that claim one coverage held what happened, and how wide they were.
public struct Coverage: Equatable, Sendable {
  /// The probability that the intervals claim.
  public let nominal: Double
  public let covered: Proportion
  /// The mean width, in the quantity's own unit.
  public let meanWidth: Double

  /// - Precondition: At least one interval, all of one coverage, with an observation for each.
  public init(of intervals: [CentralInterval], observed: [Double]) {
    precondition(intervals.count == observed.count, "an observation for each interval")
    precondition(!intervals.isEmpty, "coverage needs an interval")
    precondition(
      intervals.allSatisfy { $0.coverage == intervals[0].coverage }, "intervals of one coverage")
    nominal = intervals[0].coverage
    covered = Proportion(
      count: zip(intervals, observed).count { $0.contains($1) }, of: intervals.count)
    meanWidth = intervals.reduce(0) { $0 + $1.width } / Double(intervals.count)
  }
}
