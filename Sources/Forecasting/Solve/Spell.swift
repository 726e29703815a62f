import Panels
import RealModule

/// What one country's figure did in some years of the record.
struct Spell: Hashable, Sendable {
  let power: Power
  let firstYear: Int
  /// From the first year to the last, in the unit of its lever.
  let change: Double

  /// All countries' changes over so many years in what is known.
  ///
  /// - Parameters:
  ///   - panel: Levels.
  ///   - years: How long a spell lasts.
  ///   - change: From the first level to the last, or nothing where it cannot be told.
  /// - Returns: Country by country, in the order of years.
  static func all(
    in panel: Panel, lasting years: Int,
    change: (_ power: Power, _ firstYear: Int, _ first: Double, _ last: Double) -> Double?
  ) -> [Spell] {
    panel.powers.flatMap { power -> [Spell] in
      guard let series = panel.series(of: power), let coverage = series.coverage,
        coverage.count > years
      else { return [] }
      return (coverage.lowerBound...coverage.upperBound - years).compactMap { first in
        guard let before = series[first], let after = series[first + years],
          let change = change(power, first, before, after)
        else { return nil }
        return Spell(power: power, firstYear: first, change: change)
      }
    }
  }

  /// Yearly growth of output per head less that of a power of reference in the same years.
  static func growth(in panel: Panel, lasting years: Int, against reference: Power) -> [Spell] {
    all(in: panel, lasting: years) { power, first, before, after in
      guard power != reference, let start = panel[reference, first],
        let end = panel[reference, first + years]
      else { return nil }
      return (.log(after / before) - .log(end / start)) / Double(years)
    }
  }

  /// Logarithmic changes of the price level; that of the numeraire, which never moves, is left out.
  static func appreciation(in panel: Panel, lasting years: Int) -> [Spell] {
    all(in: panel, lasting: years) { power, _, before, after in
      power == .unitedStates || before <= 0 || after <= 0 ? nil : .log(after / before)
    }
  }

  /// Changes of military spending over GDP, as a fraction.
  static func burden(in panel: Panel, lasting years: Int) -> [Spell] {
    all(in: panel, lasting: years) { _, _, before, after in after - before }
  }
}
