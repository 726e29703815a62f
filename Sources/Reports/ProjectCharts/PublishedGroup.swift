import Forecasting
import Panels

/// Published forecasts of one contest on one measure, in the order of publication.
struct PublishedGroup: Sendable {
  let challenger: Power
  let incumbent: Power
  let measure: String
  let scores: [LedgerScore]

  /// Groups what can be looked at, the contest at hand first, then the larger groups.
  static func groups(of scores: [LedgerScore], first context: ChartContext) -> [PublishedGroup] {
    let shown = scores.filter { ![.undated, .notMeasured].contains($0.status) }
    let keyed = Dictionary(grouping: shown) { score in
      [score.entry.challenger.code, score.entry.incumbent.code, score.entry.measure]
    }
    let groups = keyed.values.map { scores in
      let sorted = scores.sorted {
        ($0.entry.published.year, $0.entry.id) < ($1.entry.published.year, $1.entry.id)
      }
      let entry = sorted[0].entry
      return PublishedGroup(
        challenger: entry.challenger, incumbent: entry.incumbent, measure: entry.measure,
        scores: sorted)
    }
    return groups.sorted { $0.rank(context) < $1.rank(context) }
  }

  /// Whose passing whom, on which measure.
  func title(_ context: ChartContext) -> String {
    let verb = Side(challenger).verb("passes", "pass")
    return "\(context.phrase(challenger).capitalizedFirst) \(verb) \(context.phrase(incumbent)): "
      + Measure.label(of: measure)
  }

  private func rank(_ context: ChartContext) -> (Int, Int, String) {
    let contest = context.words.contest
    let isOwn =
      contest.challenger.members == [challenger] && contest.incumbent.members == [incumbent]
    return (isOwn ? 0 : 1, -scores.count, "\(challenger.code) \(incumbent.code) \(measure)")
  }
}
