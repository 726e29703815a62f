public import Panels

/// One number of one series of one state in one year.
public struct Figure: Hashable, Sendable {
  public let power: Power
  public let year: Int
  /// The publisher's name of the series, or that of an indicator.
  public let series: String
  public let value: Double

  public init(power: Power, year: Int, series: String, value: Double) {
    self.power = power
    self.year = year
    self.series = series
    self.value = value
  }
}

extension Figure: Comparable {
  /// By code, series and year, as every table is sorted.
  public static func < (left: Figure, right: Figure) -> Bool {
    (left.power.code, left.series, left.year) < (right.power.code, right.series, right.year)
  }
}

extension Sequence<Figure> {
  /// The tidy table `iso3,year,series,value`, in the order given.
  ///
  /// Every number has the fewest digits that read back to the same one; whole ones have no point.
  public var tidyText: String {
    var text = TidyTable.columns.joined(separator: ",") + "\n"
    for figure in self {
      text += "\(figure.power.code),\(figure.year),\(figure.series),"
      text += Decimal.text(figure.value) + "\n"
    }
    return text
  }
}
