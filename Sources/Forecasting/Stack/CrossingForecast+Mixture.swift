extension CrossingForecast {
  /// The forecast with what the gap alone says mixed into the probabilities.
  ///
  /// The base rate has no futures: of its crossings the same part lasts as of theirs, and the
  /// ratio's quantiles stay those of the futures.
  ///
  /// - Parameters:
  ///   - course: The base rate's probabilities within 1, 2, … years.
  ///   - weight: Its part, from 0 to 1.
  /// - Returns: The forecast with other probabilities and the same quantiles.
  func mixed(with course: [Double], weight: Double) -> CrossingForecast {
    let isAhead = crossedIn != nil
    let base = (isAhead ? reversal : crossing).extending(course)
    let crossed = crossing.probability(by: crossing.years.upperBound)
    let lasting = crossed > 0 ? min(1, (1 - durable.never) / crossed) : 0
    return CrossingForecast(
      measure: measure, contest: contest, origin: origin, ratio: ratio, history: history,
      crossedIn: crossedIn,
      crossing: isAhead ? crossing : crossing.mixed(with: base, weight: weight),
      durable: isAhead
        ? durable : durable.mixed(with: base.map { $0 * lasting }, weight: weight),
      led: led,
      reversal: isAhead ? reversal.mixed(with: base, weight: weight) : reversal,
      quantiles: quantiles)
  }
}
