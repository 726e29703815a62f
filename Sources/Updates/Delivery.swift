public import Datasets
public import Panels

/// A source's figures as its publisher delivers them, in the form of the embedded tables.
///
/// A delivery may hold only some of the source's series; the others stay as they are.
public struct Delivery: Sendable {
  public let source: Source
  /// The edition, such as `2026-07`, as provenance names it.
  public let edition: String
  /// The series that it holds, in the order of their names.
  public let series: [String]
  /// By code, series and year; each of the three together once.
  public let figures: [Figure]
  /// What the publisher says is missing, and why.
  public let gaps: [Gap]
  /// What was passed over or odd, and does not stand in the way of belief.
  public let findings: [Finding]
  /// Where it comes from: an answer or a file each.
  public var receipts: [Receipt]
  /// The year of the source's own prices, where the delivery is in those of another year.
  var linkYear: Int?
  /// Whether years before the first and after the last of a series stay as they are, in the same
  /// edition: its publisher spreads a series over several files.
  var isPart = false

  public init(
    source: Source, edition: String, figures: [Figure], gaps: [Gap] = [],
    findings: [Finding] = [], receipts: [Receipt] = []
  ) {
    self.source = source
    self.edition = edition
    self.figures = figures.sorted()
    series = Set(figures.map(\.series)).sorted()
    self.gaps = gaps.sorted()
    self.findings = findings
    self.receipts = receipts
  }

  /// A place where a publisher says that there is no figure.
  public struct Gap: Hashable, Comparable, Sendable {
    public enum Reason: String, Sendable {
      /// The state existed and its figure is not known.
      case unavailable
      /// The state did not exist.
      case withoutState = "without state"
    }

    public let power: Power
    public let year: Int
    public let series: String
    public let reason: Reason

    public static func < (left: Gap, right: Gap) -> Bool {
      (left.power.code, left.series, left.year) < (right.power.code, right.series, right.year)
    }
  }
}
