public import Forecasting
public import Panels

/// A forecast said in plain words.
public struct ForecastWords: Sendable {
  let contest: Contest
  let challenger: String
  let incumbent: String

  public init(_ contest: Contest, names: DataSet) {
    self.contest = contest
    challenger = SideName(contest.challenger, names: names).words
    incumbent = SideName(contest.incumbent, names: names).words
  }

  /// Who may pass whom, as a title.
  public var title: String {
    let isPair = !(challenger + incumbent).contains(" and ")
    return "\(challenger.capitalizedFirst) \(isPair ? "and" : "against") \(incumbent)"
  }

  /// The challenger as it stands in a sentence.
  public var challengerName: String { challenger }

  /// The sentence that stands first: the measure in which most is open.
  ///
  /// - Parameter forecasts: Of one contest, at least one.
  /// - Returns: A sentence with its full stop.
  public func headline(_ forecasts: [CrossingForecast]) -> String {
    let open = forecasts.first { $0.crossedIn == nil }
    return sentence(for: open ?? forecasts[0])
  }

  /// What the probabilities are of where the challenger is behind.
  public var captionBehind: String {
    "Where \(challenger) \(contest.challenger.verb("is", "are")) behind: "
      + "the probability of having passed \(incumbent)"
  }

  /// What the probabilities are of where the challenger is ahead.
  public var captionAhead: String {
    "Where \(challenger) \(contest.challenger.verb("is", "are")) ahead: "
      + "the probability that \(incumbent) \(contest.incumbent.verb("has", "have")) passed again"
  }

  /// The challenger by a pronoun: after a verb, and with what it may do.
  private var object: String { contest.challenger.verb("it", "them") }
  private var passes: String { contest.challenger.verb("it passes", "they pass") }
  private var fails: String { contest.challenger.verb("it has not", "they have not") }

  /// One measure in a sentence.
  ///
  /// - Parameters:
  ///   - forecast: Of the contest.
  ///   - year: Whose chance is told besides that of never; 25 years ahead if absent.
  /// - Returns: A sentence with its full stop.
  public func sentence(for forecast: CrossingForecast, by year: Int? = nil) -> String {
    let last = forecast.crossing.years.upperBound
    if let crossed = forecast.crossedIn {
      let started = forecast.history.first?.year == crossed
      let since =
        started
        ? "\(challenger.capitalizedFirst) \(contest.challenger.verb("has", "have")) led \(incumbent) "
          + "since the record begins in \(crossed)"
        : "\(challenger.capitalizedFirst) passed \(incumbent) in \(crossed)"
      return "\(since) on \(forecast.measure.title); there is "
        + "\(Percent(forecast.reversal.probability(by: last)).chance) that \(incumbent) "
        + "\(contest.incumbent.verb("passes", "pass")) \(object) again by \(last)."
    }
    let possessive = challenger.capitalizedFirst.possessive
    let opening =
      "\(possessive) \(forecast.measure.phrase) \(forecast.measure.verb) "
      + "\(Percent(forecast.ratio).unbroken) of "
      + "\(incumbent.possessive) in \(forecast.origin)"
    let middle = year ?? forecast.crossing.years.lowerBound + 24
    let by = min(middle, last)
    let chance =
      "there is \(Percent(forecast.crossing.probability(by: by)).chance) that \(passes) "
      + "\(incumbent) by \(by)"
    guard by < last else { return "\(opening); \(chance)." }
    return "\(opening); \(chance) and \(Percent(forecast.crossing.never).chance) that \(fails) "
      + "by \(last)."
  }
}

/// A probability or ratio as a percentage, without more digits than it has meaning.
public struct Percent: CustomStringConvertible, Sendable {
  let value: Double

  public init(_ value: Double) { self.value = value }

  public var description: String {
    let percent = value * 100
    if value > 0 && percent < 1 { return "below 1 %" }
    if value < 1 && percent > 99 { return "above 99 %" }
    return "\(Int(percent.rounded())) %"
  }
}

extension Side {
  /// The form of a verb that fits one power or group, or several joined.
  func verb(_ one: String, _ several: String) -> String {
    name.contains("+") ? several : one
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  var withoutArticle: String { hasPrefix("the ") ? String(dropFirst(4)) : self }
  var possessive: String { hasSuffix("s") ? self + "’" : self + "’s" }
}
