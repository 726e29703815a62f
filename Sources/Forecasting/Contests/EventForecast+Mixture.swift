extension EventForecast {
  /// How probable it is that the event has happened by the end of each year, as another sees it.
  ///
  /// Where the other's account ends, what is left happens at the pace of this one.
  ///
  /// - Parameter course: The other's probabilities by the first years, as far as they go.
  /// - Returns: A probability a year, never falling.
  func extending(_ course: [Double]) -> [Double] {
    let own = years.map { probability(by: $0) }
    var extended: [Double] = []
    for (step, probability) in own.enumerated() {
      let before = extended.last ?? 0
      if step < course.count {
        extended.append(max(before, min(1, course[step])))
      } else {
        let left = step > 0 ? 1 - own[step - 1] : 1
        let hazard = left > 0 ? (probability - (1 - left)) / left : 0
        extended.append(before + hazard * (1 - before))
      }
    }
    return extended
  }

  /// The mean of this account and another's, as if so many futures were the other's.
  ///
  /// - Parameters:
  ///   - course: The other's probability by the end of each year, never falling.
  ///   - weight: The other's part, from 0 to 1.
  /// - Returns: A forecast of as many futures.
  func mixed(with course: [Double], weight: Double) -> EventForecast {
    precondition(course.count == years.count, "a probability a year")
    let size = Double(futures)
    var happened = 0
    let counts = zip(years, course).map { year, other in
      let mean = (1 - weight) * probability(by: year) + weight * other
      let now = max(happened, Int((mean * size).rounded()))
      defer { happened = now }
      return now - happened
    }
    return EventForecast(
      years: years, counts: counts, futures: futures, mirrored: mirrored,
      sampled: (1 - weight) * sampled)
  }
}
