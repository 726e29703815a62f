import RealModule

/// What the gap alone says of when it is closed: a line in the gap for some horizons.
struct BaseRateCourse: Sendable {
  private let lines: [(horizon: Int, line: LogitLine)]

  /// Lines of different horizons, in any order.
  init(_ lines: [(horizon: Int, line: LogitLine)]) {
    self.lines = lines.sorted { $0.horizon < $1.horizon }
  }

  /// The probability that a gap is closed within some years, as far as horizons go.
  ///
  /// Between horizons the logit is a line in the logarithm of the years.
  func probability(at gap: Double, within years: Int) -> Double? {
    guard let first = lines.first, let last = lines.last, years <= last.horizon else { return nil }
    let after = lines.first { $0.horizon >= years } ?? last
    let before = lines.last { $0.horizon <= years } ?? first
    let (early, late) = (Double.log(Double(before.horizon)), Double.log(Double(after.horizon)))
    let weight = late > early ? (.log(Double(years)) - early) / (late - early) : 0
    let logits = (before.line.logOdds(at: gap), after.line.logOdds(at: gap))
    return 1 / (1 + .exp(-(logits.0 + weight * (logits.1 - logits.0))))
  }

  /// The probabilities within 1, 2, … years, as far as horizons go, never falling.
  func probabilities(at gap: Double, years: Int) -> [Double] {
    var course: [Double] = []
    for year in 1...max(1, years) {
      guard let probability = probability(at: gap, within: year) else { break }
      course.append(max(course.last ?? 0, probability))
    }
    return course
  }
}
