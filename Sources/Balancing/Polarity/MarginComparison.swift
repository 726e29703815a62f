public import Panels

/// The leader's widest margin over the second before a year, and from it on.
public struct MarginComparison: Sendable {
  /// A margin: the leader over the second.
  public struct Margin: Sendable {
    public let year: Int
    public let leader: Power
    public let second: Power
    public let ratio: Double
  }

  /// The years compared.
  public let years: ClosedRange<Int>
  public let before: Margin?
  public let since: Margin?

  /// Whether the margin was ever wider before; nothing where one side has no year.
  public var wasWiderBefore: Bool? {
    guard let before, let since else { return nil }
    return before.ratio > since.ratio
  }

  /// - Returns: Nothing where the record has no year at all.
  public init?(_ record: PolarityRecord, around year: Int) {
    let margins = record.known.map { entry in
      Margin(
        year: entry.year, leader: entry.shares.leader, second: entry.shares.second,
        ratio: 1 / entry.shares.secondRatio)
    }
    guard let first = margins.first, let last = margins.last else { return nil }
    years = first.year...last.year
    before = margins.filter { $0.year < year }.max { $0.ratio < $1.ratio }
    since = margins.filter { $0.year >= year }.max { $0.ratio < $1.ratio }
  }
}
