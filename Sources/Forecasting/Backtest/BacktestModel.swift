public import Panels

/// What a backtest asks a model at one origin.
public struct BacktestQuestion: Sendable {
  public let measure: Measure
  /// What was known at the origin.
  public let data: DataSet
  /// Everything, for the universe of earlier origins only.
  let record: MeasureRecord
  /// How pairs of earlier origins fared.
  let gaps: GapRecord
  public let universe: Universe
  public let options: Backtest.Options

  var origin: Int { universe.origin }
}

/// What a model says at one origin.
public struct BacktestAnswer: Sendable {
  /// `probabilities[horizon][pair]`: that the challenger is above in at least one year.
  public let probabilities: [[Double]]
  /// `growth[horizon][power]`: samples of the growth of the logarithm; may be empty.
  public let growth: [[[Double]]]

  /// Whether a power grows by a number in every sample.
  func hasGrowth(of power: Int) -> Bool {
    growth.allSatisfy { $0[power].allSatisfy(\.isFinite) }
  }
}

/// Something that says at an origin how probable crossings are.
public protocol BacktestModel: Sendable {
  var name: String { get }
  func answer(_ question: BacktestQuestion) throws -> BacktestAnswer
}
