import Panels
import RealModule

extension GrowthConditions {
  /// *κ*, the part of a ratio's distance from the mean that is made good in a year.
  static let returning = 0.03
  /// *λ*, the part of an armament or disarmament of late that is undone in a year.
  static let undoing = 0.05
  /// Over how many years before it a ratio's own mean is taken.
  static let ordinary = 10

  /// What draws a quantity that is paid out of output back to what others have for theirs.
  ///
  ///     cᵢₜ = −κ log(xᵢₜ / Yᵢₜ) − λ mᵢₜ
  ///
  /// *Y* is output. A country that spends on arms or burns more than others of its size grows less in
  /// that. *m*, of military spending alone, is the logarithm of the ratio over its own mean of ten
  /// years: what was raised for a war is soon laid down, and what was cut after one is not cut again.
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
    func ratio(_ own: Series) -> (Int) -> Double? {
      let people = people.series(of: own.power)
      let income = income.series(of: own.power)
      return { year in
        guard let one = own[year], one > 0, let heads = people?[year], let each = income?[year]
        else { return nil }
        return .log(one / (heads * each))
      }
    }
    var terms = [Term(coefficient: -returning, value: Demeaned(panel, ratio))]
    if panel.indicator == .militarySpendingCOW {
      terms.append(
        Term(coefficient: -undoing, value: Demeaned(panel) { beyondOrdinary(ratio($0)) }))
    }
    return GrowthConditions(terms: terms, fading: 1 - returning)
  }

  /// How far a value is above its mean of the years before, of which half must be known.
  private static func beyondOrdinary(
    _ value: @escaping (Int) -> Double?
  ) -> (Int) -> Double? {
    { year in
      let before = (1...ordinary).compactMap { value(year - $0) }
      guard let now = value(year), 2 * before.count >= ordinary else { return nil }
      return now - before.reduce(0, +) / Double(before.count)
    }
  }
}
