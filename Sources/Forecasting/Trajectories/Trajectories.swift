public import Panels

/// The past and the futures of the leading powers on one measure.
public struct Trajectories: Sendable {
  public let measure: Measure
  /// To the last year in which every one of the powers is known.
  public let pastYears: ClosedRange<Int>
  /// From the year after.
  public let futureYears: ClosedRange<Int>
  /// From the largest downwards, as they are in the last year known.
  public let powers: [Trajectory]
}

/// One power's past and futures on a measure, by itself and as a share of the world.
public struct Trajectory: Sendable {
  public let power: Power
  /// One level for each year of the past, a predecessor's before its own; NaN where missing.
  public let past: [Double]
  /// The share of all powers of the year in the past; NaN where too little of the world is known.
  public let pastShares: [Double]
  /// For each of the levels of `RatioQuantiles` one level of the measure for each future year.
  public let quantiles: [[Double]]
  /// The mean of its share of all powers, for each future year; means add up, medians do not.
  public let meanShares: [Double]
  /// The probability of being the largest of all powers, for each future year.
  public let largest: [Double]
}
