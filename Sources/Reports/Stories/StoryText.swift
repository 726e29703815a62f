import Charts
import Forecasting
import Probability

/// Stories as a page of Markdown, charts beside the text.
public struct StoryText: Sendable {
  let stories: [Story]
  /// Where the charts lie, as seen from the page.
  let charts: String

  public init(_ stories: [Story], charts: String) {
    self.stories = stories
    self.charts = charts
  }

  public var markdown: String {
    let opening = """
      # The great tests

      What Primacy says from the figures up to a year, and what came. The figures are today’s \
      edition, which nobody had then: pseudo-out-of-sample. Beside each probability stands what \
      knowing only the gap says. Seven stories are no record: the record is the backtest.

      """
    return ([opening] + stories.map(section)).joined(separator: "\n")
  }

  private func section(_ story: Story) -> String {
    let words = story.context.words
    let rows = story.courses.map(row)
    return """
      ## \(story.test.origin): \(words.title)

      \(story.test.occasion) \(story.headline).

      | measure | ratio | event | by \(years(story)) | knowing the gap | what came |
      | --- | ---: | --- | ---: | ---: | --- |
      \(rows.joined(separator: "\n"))

      \(verdict(story))

      ![\(story.headline)](\(charts)/\(story.file))

      """
  }

  private func years(_ story: Story) -> String {
    StoryCourse.horizons.map { "\(story.test.origin + $0)" }.joined(separator: ", ")
  }

  private func row(_ course: StoryCourse) -> String {
    let horizons = StoryCourse.horizons
    let said = horizons.map { Percent(course.probability(within: $0)).description }
    let gap = horizons.map { course.baseRate(within: $0).map { Percent($0).description } ?? "–" }
    let came =
      course.happened.map { "in \($0)" }
      ?? course.came.last.map { "not by \($0.year)" } ?? "not known"
    return
      "| \(course.forecast.measure.label) | \(Numeral.fixed(course.forecast.ratio, places: 2)) "
      + "| \(course.isAhead ? "reversal" : "crossing") | \(said.joined(separator: ", ")) "
      + "| \(gap.joined(separator: ", ")) | \(came) |"
  }

  /// The Brier score of all probabilities of a story that have resolved, beside the gap's.
  private func verdict(_ story: Story) -> String {
    var (own, base, count) = (0.0, 0.0, 0)
    for course in story.courses {
      for years in StoryCourse.horizons {
        guard let outcome = course.outcome(within: years),
          let rate = course.baseRate(within: years)
        else { continue }
        let said = course.probability(within: years)
        own += BinaryForecast(probability: said, occurred: outcome).brierScore
        base += BinaryForecast(probability: rate, occurred: outcome).brierScore
        count += 1
      }
    }
    guard count > 0 else { return "None of these probabilities can be scored yet." }
    let scores = [own, base].map { Numeral.fixed($0 / Double(count), places: 3) }
    return "Brier score of the \(count) probabilities that have resolved: \(scores[0]); "
      + "knowing only the gap: \(scores[1])."
  }
}
