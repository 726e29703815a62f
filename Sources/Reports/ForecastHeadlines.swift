import Forecasting

/// The findings of a forecast on some measures, as headlines without a full stop.
struct ForecastHeadlines: Sendable {
  private let words: ForecastWords
  private let forecasts: [CrossingForecast]
  private let challenger: Side
  private let incumbent: Side

  /// - Precondition: At least one forecast, all of one contest.
  init(_ forecasts: [CrossingForecast], words: ForecastWords) {
    precondition(!forecasts.isEmpty, "a headline needs a forecast")
    self.words = words
    self.forecasts = forecasts
    challenger = words.contest.challenger
    incumbent = words.contest.incumbent
  }

  /// On how many measures the challenger leads, and its chances on the others by a year.
  func standing(by year: Int) -> String {
    guard forecasts.count > 1 else { return chance(by: year) }
    let ahead = forecasts.filter { $0.crossedIn != nil }
    let behind = forecasts.filter { $0.crossedIn == nil }
    let all = forecasts.count == 2 ? "both measures" : "all \(Cardinal(forecasts.count)) measures"
    let chances = range(behind.map { $0.crossing.probability(by: year) })
    let passes = "\(challenger.verb("its", "their")) chance of passing by \(year) is \(chances)"
    if ahead.isEmpty {
      return "\(opening("trails", "trail")) on \(all); \(passes)"
    }
    if behind.isEmpty {
      let loses = challenger.verb("it loses", "they lose")
      let chance = range(ahead.map { $0.reversal.probability(by: year) })
      return "\(opening("leads", "lead")) on \(all); "
        + "the chance that \(loses) the lead by \(year) is \(chance)"
    }
    let others = behind.count == 1 ? "other" : "other \(Cardinal(behind.count))"
    return "\(opening("is ahead of", "are ahead of")) on \(Cardinal(ahead.count)) of "
      + "\(Cardinal(forecasts.count)) measures; on the \(others) \(passes)"
  }

  /// How likely a crossing is by a year on the first measure on which the challenger is behind.
  ///
  /// Where it leads on all, how likely the incumbent is to pass again on the first.
  func chance(by year: Int) -> String {
    if let open = forecasts.first(where: { $0.crossedIn == nil }) {
      return chance(
        that: challenger, words.challenger, passes: words.incumbent,
        open.crossing.probability(by: year), year, open.measure)
    }
    let first = forecasts[0]
    return chance(
      that: incumbent, words.incumbent, passes: words.challenger + " again",
      first.reversal.probability(by: year), year, first.measure)
  }

  private func chance(
    that side: Side, _ name: String, passes other: String, _ probability: Double, _ year: Int,
    _ measure: Measure
  ) -> String {
    let end = "\(other) by \(year) on \(measure.title)"
    if probability == 0 {
      return "In none of the futures drawn \(side.verb("does", "do")) \(name) pass \(end)"
    }
    if probability == 1 {
      return "In all of the futures drawn \(name) \(side.verb("passes", "pass")) \(end)"
    }
    return "\(name.capitalizedFirst) \(side.verb("is", "are")) "
      + "\(Likelihood(probability).words) to pass \(end)"
  }

  private func opening(_ one: String, _ several: String) -> String {
    "\(words.challenger.capitalizedFirst) \(challenger.verb(one, several)) \(words.incumbent)"
  }

  /// The least and the greatest of some probabilities, or the one where they do not differ.
  private func range(_ probabilities: [Double]) -> String {
    let low = Percent(probabilities.min() ?? 0).unbroken
    let high = Percent(probabilities.max() ?? 0).unbroken
    return low == high ? low : "\(low) to \(high)"
  }
}

/// A whole number as it stands in a sentence: in words up to twenty.
struct Cardinal: CustomStringConvertible {
  let number: Int

  init(_ number: Int) { self.number = number }

  var description: String {
    Self.words.indices.contains(number) ? Self.words[number] : "\(number)"
  }

  private static let words = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]
}

extension Percent {
  /// The same with a space at which no line breaks.
  var unbroken: String {
    String(description.map { $0 == " " ? "\u{A0}" : $0 })
  }

  /// As a chance that one has: "a 73 % chance", "an 80 % chance", "a chance below 1 %".
  var chance: String {
    guard description.first?.isNumber == true else { return "a chance \(unbroken)" }
    let percent = Int((value * 100).rounded())
    let isVowel = [8, 11, 18].contains(percent) || (80...89).contains(percent)
    return "\(isVowel ? "an" : "a") \(unbroken) chance"
  }
}
