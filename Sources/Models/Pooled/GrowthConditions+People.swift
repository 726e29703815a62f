import Panels
import RealModule

extension GrowthConditions {
  /// *γ*, of the growth of population.
  static let dilution = -0.7
  /// *η*, of the logarithm of human capital.
  static let schooling = 0.01
  /// *α*, of the change of the share of working age over ten years.
  static let dependency = 0.1
  /// How fast people multiply at least and at most, as far as growth per head is told from it.
  static let multiplying = -0.02...0.05

  /// What a country's people do to its growth per head.
  ///
  ///     cᵢₜ = γ nᵢₜ + η hᵢₜ + α wᵢₜ
  ///
  /// *n* is the yearly growth of the population over five years, *h* the logarithm of human capital
  /// per worker, *w* the change over ten years of the share of people of working age.
  ///
  /// **Sources.** Mankiw, Romer and Weil, "A contribution to the empirics of economic growth"
  /// (1992), *Quarterly Journal of Economics* 107, for *n* and *h*; Bloom and Williamson,
  /// "Demographic transitions and economic miracles in emerging Asia" (1998), *World Bank Economic
  /// Review* 12, for *w*; both unverified.
  ///
  /// - Parameter data: What was known at the origin; a panel that it has not adds nothing.
  /// - Returns: The terms that the data know.
  static func people(_ data: DataSet) -> GrowthConditions {
    let people = data[.population]
    let terms = [
      people.map { Term(coefficient: dilution, value: Demeaned($0, multiplying)) },
      data[.humanCapital].map { panel in
        Term(
          coefficient: schooling,
          value: Demeaned(panel) { series in { year in series[year].map { .log($0) } } })
      },
      data[.workingAgePopulation].flatMap { able in
        people.map { Term(coefficient: dependency, value: Demeaned(able, ageing(of: $0))) }
      },
    ]
    return GrowthConditions(terms: terms.compactMap(\.self), fading: 0.98)
  }

  private static func multiplying(_ series: Series) -> (Int) -> Double? {
    { year in
      guard let now = series[year], let before = series[year - 5], now > 0, before > 0
      else { return nil }
      return min(max(.log(now / before) / 5, multiplying.lowerBound), multiplying.upperBound)
    }
  }

  private static func ageing(of people: Panel) -> (Series) -> (Int) -> Double? {
    { able in
      let all = people.series(of: able.power)
      func share(_ year: Int) -> Double? {
        guard let some = able[year], let whole = all?[year], whole > 0 else { return nil }
        return some / whole
      }
      return { year in
        guard let now = share(year), let before = share(year - 10) else { return nil }
        return now - before
      }
    }
  }
}
