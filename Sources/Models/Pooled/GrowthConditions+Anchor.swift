import Panels
import RealModule

extension GrowthConditions {
  /// *κ*, the part of a ratio's distance from the mean that is made good in a year.
  static let returning = 0.03

  /// What draws a quantity that is paid out of output back to what others have for theirs.
  ///
  ///     cᵢₜ = −κ log(xᵢₜ / Yᵢₜ)
  ///
  /// *Y* is output. A country that spends on arms or burns more than others of its size grows less in
  /// that, and after a war it is soon back among them.
  ///
  /// **Source.** Engle and Granger, "Co-integration and error correction" (1987), *Econometrica* 55,
  /// for the form, unverified.
  ///
  /// - Parameters:
  ///   - panel: The quantity.
  ///   - data: What else was known at the origin.
  /// - Returns: Nothing for a quantity that output does not anchor, or without figures of output.
  static func anchor(of panel: Panel, _ data: DataSet) -> GrowthConditions? {
    guard [.militarySpendingCOW, .primaryEnergy, .ironSteel].contains(panel.indicator),
      let people = data[.population], let income = data[.outputPerHead]
    else { return nil }
    let ratio = Demeaned(panel) { own in
      let people = people.series(of: own.power)
      let income = income.series(of: own.power)
      return { year in
        guard let one = own[year], one > 0, let heads = people?[year], let each = income?[year]
        else { return nil }
        return .log(one / (heads * each))
      }
    }
    return GrowthConditions(
      terms: [Term(coefficient: -returning, value: ratio)], fading: 1 - returning)
  }
}
