import Datasets

extension Delivery {
  /// By how little, relative to the figure, two writings of one number may differ.
  ///
  /// Workbooks hold fifteen to seventeen digits of what tables hold whole.
  static let dust = 1e-13

  /// The delivery with the figures in use where it has the same numbers, but for their last digits.
  func settled(over table: SourceTable?) -> Delivery {
    guard let table else { return self }
    let known = Dictionary(uniqueKeysWithValues: table.figures.map { ($0.place, $0.value) })
    let settled = figures.map { figure -> Figure in
      guard let value = known[figure.place], value != figure.value,
        abs(value - figure.value) <= Self.dust * abs(value)
      else { return figure }
      return Figure(power: figure.power, year: figure.year, series: figure.series, value: value)
    }
    return Delivery(
      source: source, edition: edition, figures: settled, gaps: gaps, findings: findings,
      receipts: receipts)
  }
}
