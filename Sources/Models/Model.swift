public import Panels
public import Probability

/// A recipe that learns from a panel which holds nothing later than its origin.
public protocol Model: Sendable {
  /// The name by which people choose it.
  var name: String { get }

  /// Learns from all powers of a panel enough to draw the futures of some.
  ///
  /// A power whose series is too short, ended or not positive is left out of the fit.
  ///
  /// - Parameters:
  ///   - panel: What was known at the origin.
  ///   - powers: Whose futures will be drawn, in the order of their rows.
  /// - Returns: What was learned.
  /// - Throws: The property of the panel that stops the fit.
  func fit(_ panel: Panel, for powers: [Power]) throws(ModelError) -> any FittedModel

  /// Learns from a panel beside all others that were known; most models need no other.
  ///
  /// - Parameters:
  ///   - panel: What was known at the origin.
  ///   - data: The other panels, which hold nothing later either.
  ///   - powers: Whose futures will be drawn.
  /// - Returns: What was learned.
  /// - Throws: The property of the panel that stops the fit.
  func fit(
    _ panel: Panel, beside data: DataSet, for powers: [Power]
  ) throws(ModelError) -> any FittedModel
}

extension Model {
  public func fit(
    _ panel: Panel, beside data: DataSet, for powers: [Power]
  ) throws(ModelError) -> any FittedModel {
    try fit(panel, for: powers)
  }
}

/// What a model learned: enough to draw futures, and nothing that changes.
public protocol FittedModel: Sendable {
  var indicator: Indicator { get }
  /// The powers of the rows.
  var powers: [Power] { get }
  /// The last year known of each power; its futures begin in the year after.
  var lastYears: [Int] { get }

  /// Draws one block of futures on the indicator's scale: logarithms or logits.
  ///
  /// - Parameters:
  ///   - years: The years of the paths; years up to a power's last are left missing.
  ///   - stream: The block's deviates.
  ///   - channel: The first of `BlockStream.channelsPerIndicator` channels.
  /// - Returns: Paths with a row a power.
  func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int) -> Paths

  /// Draws the same block into a room; years up to a power's last are not touched there.
  func draw(years: ClosedRange<Int>, from stream: BlockStream, channel: Int, into room: PathRoom)
}

extension BlockStream {
  /// How many channels one indicator's model may use.
  public static let channelsPerIndicator = 16
}
