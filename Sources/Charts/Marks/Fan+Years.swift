extension Fan {
  /// A fan with one value a year for each level.
  ///
  /// - Parameters:
  ///   - years: The years that are forecast.
  ///   - quantiles: One value a year for each level.
  ///   - origin: The last known year and its value, from which the fan opens.
  ///   - hue: The colour of ribbons and median.
  ///   - label: What direct labels call it.
  /// - Precondition: One value a year, and levels between 0 and 1.
  public init(
    years: ClosedRange<Int>, quantiles: [Quantile], origin: Charts.Point? = nil,
    hue: Hue = .blue, label: String = ""
  ) {
    self.init(
      xs: years.map(Double.init), quantiles: quantiles, origin: origin, hue: hue, label: label)
  }
}
