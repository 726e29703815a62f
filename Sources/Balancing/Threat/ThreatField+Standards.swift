public import Forecasting
public import Panels

extension ThreatField {
  /// The measure of power by which threats are rated unless another is asked for.
  public static func standardPower(in data: DataSet) -> Measure {
    guard let panel = data[.capabilityCOW] else {
      return Measure.catalogue.first { $0.missing(from: data).isEmpty } ?? .outputPPP
    }
    return Measure(panel.indicator)
  }

  /// The same of military spending: that of the Correlates of War project where it covers a year.
  public static func standardSpending(in data: DataSet, year: Int) -> Measure {
    guard let panel = data[.militarySpendingCOW], year <= panel.years.upperBound else {
      return .spendingMER
    }
    return Measure(panel.indicator)
  }

  /// Threats as alignments are learned from: without votes, which begin in 1946.
  ///
  /// The threatening side is to be found by the same rule in all years, so that sources which end
  /// earlier stand for later years with their last.
  ///
  /// - Throws: `withoutFigure` where there is no measure of power.
  public static func forAlignments(
    in data: DataSet, _ relations: Relations
  ) throws(BalancingError) -> ThreatField {
    var options = Options()
    options.weights[.ideals] = 0
    options.carries = true
    return try ThreatField(
      standardPower(in: data), spending: standardSpending(in: data, year: 1816), data: data,
      relations: relations, options: options)
  }
}
