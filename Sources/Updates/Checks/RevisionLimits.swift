public import Archive
public import Datasets
import Panels
import RealModule

/// How far a figure may move from one edition to the next before it is doubted.
///
/// Once a series was revised in three vintages, it may move as far as it ever did, for any country;
/// until then, as far as any World Bank product of thirty large economies did in nine editions from
/// 2012 to 2026 (by a factor of 1.85: Turkey, 1960).
public struct RevisionLimits: Sendable {
  /// The largest move of a logarithm that is believed without a history.
  public static let logarithmic = 0.62
  /// The same of a growth rate, in points.
  public static let points = 20.0
  /// No series is held to less than this, whatever its history.
  public static let least = 0.05
  /// The same of a growth rate, in points.
  public static let leastPoints = 2.0
  /// In so many vintages a series must have been revised before its own history counts.
  public static let vintages = 3

  /// The largest moves of the series, by name.
  private let own: [String: Double]

  /// - Parameters:
  ///   - source: Whose series are meant.
  ///   - revisions: What was revised before, of any source.
  public init(of source: Source, revisions: [FigureRevision] = []) {
    let rates = Set(source.series.filter(\.isRate).map(\.name))
    var largest: [String: Double] = [:]
    var vintages: [String: Set<Int>] = [:]
    for revision in revisions where revision.table == source.table {
      guard let older = Double(revision.older), let newer = Double(revision.newer) else { continue }
      let move = Self.move(from: older, to: newer, asRate: rates.contains(revision.series))
      guard move > 0, move.isFinite else { continue }
      largest[revision.series] = max(largest[revision.series] ?? 0, move)
      vintages[revision.series, default: []].insert(revision.vintage)
    }
    own = largest.filter { (vintages[$0.key]?.count ?? 0) >= Self.vintages }
  }

  /// The limits of every source, by its name, from what an archive saw revised.
  static func all(by revisions: [FigureRevision]) -> [String: RevisionLimits] {
    Source.known.reduce(into: [:]) { $0[$1.name] = RevisionLimits(of: $1, revisions: revisions) }
  }

  /// The limit of a series, in logarithms or, for rates, in points.
  func limit(of rule: SeriesRule) -> Double {
    guard let move = own[rule.name] else {
      return rule.isRate ? Self.points : Self.logarithmic
    }
    return max(rule.isRate ? Self.leastPoints : Self.least, move)
  }

  /// How far a figure moved: in logarithms, or in points for a rate; infinite to or from zero.
  static func move(from older: Double, to newer: Double, asRate isRate: Bool) -> Double {
    if older == newer { return 0 }
    if isRate { return abs(newer - older) }
    guard older > 0, newer > 0 else { return .infinity }
    return abs(.log(newer / older))
  }
}

extension SeriesRule {
  /// Whether the quantity is a rate that may be negative or near zero.
  var isRate: Bool { bounds == .growth || bounds == .any }
}

/// Where a figure stands, without its value.
struct FigurePlace: Hashable {
  let code: String
  let series: String
  let year: Int
}

extension Figure {
  var place: FigurePlace { FigurePlace(code: power.code, series: series, year: year) }
}
