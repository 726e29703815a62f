import Charts
import Forecasting
import Panels

/// A contest of the past, for comparison: how one great power's ratio to another went.
struct PastPair: Sendable {
  let label: String
  let challenger: Power
  let incumbent: Power
  let years: ClosedRange<Int>

  /// Those in which the second ranked first or was held to.
  static let all = [
    PastPair(label: "US/UK", challenger: "USA", incumbent: "GBR", years: 1850...1920),
    PastPair(label: "Germany/UK", challenger: "DEU", incumbent: "GBR", years: 1871...1939),
    PastPair(label: "USSR/US", challenger: "SUN", incumbent: "USA", years: 1946...1990),
    PastPair(label: "Japan/US", challenger: "JPN", incumbent: "USA", years: 1950...2010),
  ]

  /// The ratios of the years in which both are known.
  func ratios(in record: MeasureRecord) -> [Point] {
    years.compactMap { year in
      guard let above = record[challenger, year], let below = record[incumbent, year] else {
        return nil
      }
      return Point(x: Double(year), y: above / below)
    }
  }

  /// Whether it is the contest itself, or the same turned round.
  func isPart(of contest: Contest) -> Bool {
    let both = Set(contest.challenger.members + contest.incumbent.members)
    return both == [challenger, incumbent]
  }
}
