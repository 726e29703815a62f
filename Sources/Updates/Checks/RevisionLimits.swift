public import Datasets
import Panels
import RealModule

/// How far a figure may move from one edition to the next before it is doubted.
///
/// Once three editions are known, a series may move as far as it ever did, for any country; until
/// then, as far as any World Bank product of thirty large economies did in nine editions from
/// 2012 to 2026 (by a factor of 1.85: Turkey, 1960).
public struct RevisionLimits: Sendable {
  /// The largest move of a logarithm that is believed without a history.
  public static let logarithmic = 0.62
  /// The same of a growth rate, in points.
  public static let points = 20.0
  /// No series is held to less than this, whatever its history.
  public static let least = 0.05

  private let own: [String: Double]

  /// - Parameter editions: The figures of the source as earlier editions had them, oldest first.
  public init(editions: [[Figure]] = []) {
    guard editions.count >= 3 else {
      own = [:]
      return
    }
    var largest: [String: Double] = [:]
    for (older, newer) in zip(editions, editions.dropFirst()) {
      let before = Dictionary(uniqueKeysWithValues: older.map { ($0.place, $0.value) })
      for figure in newer {
        guard let value = before[figure.place] else { continue }
        let move = Self.move(from: value, to: figure.value, asRate: false)
        largest[figure.series] = max(largest[figure.series] ?? 0, move)
      }
    }
    own = largest
  }

  /// The limit of a series, in logarithms or, for rates, in points.
  func limit(of rule: SeriesRule) -> Double {
    let stated = rule.isRate ? Self.points : Self.logarithmic
    guard !rule.isRate, let move = own[rule.name] else { return stated }
    return max(Self.least, move)
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
