import Panels

/// What the state of a country adds to its growth, beside the mean country of the year: numbers a
/// country and year, each times a coefficient.
///
/// The coefficients are round numbers chosen on origins to 1980; Note 1.
struct GrowthConditions: Sendable {
  /// One of the numbers.
  struct Term: Sendable {
    let coefficient: Double
    let value: Demeaned
  }

  let terms: [Term]
  /// What is left of them after a year of a forecast.
  let fading: Double

  /// What they add to growth in the year after.
  subscript(power: Power, year: Int) -> Double {
    terms.reduce(0) { $0 + $1.coefficient * $1.value[power, year] }
  }
}
