/// One indicator of many powers over the same years, with the provenance of every value.
///
/// **Shape.** `powers.count` rows of `years.count` values; a value that no source covers is
/// missing, never zero.
public struct Panel: Sendable {
  public let indicator: Indicator
  /// In the order of their codes.
  public let powers: [Power]
  public let years: ClosedRange<Int>
  let values: [Double]
  let cells: [UInt8]
  let provenances: [Provenance]
  let rows: [Power: Int]

  /// Collects values with their provenance.
  ///
  /// - Parameters:
  ///   - indicator: The quantity.
  ///   - powers: In any order, each once.
  ///   - years: The years of every row.
  ///   - values: A row a power in the order of `powers`; NaN where missing.
  ///   - cells: For each value the index of its provenance; ignored where missing.
  ///   - provenances: At most 256.
  public init(
    _ indicator: Indicator, powers: [Power], years: ClosedRange<Int>, values: [Double],
    cells: [UInt8], provenances: [Provenance]
  ) {
    precondition(values.count == powers.count * years.count, "a panel needs a value a cell")
    precondition(cells.count == values.count, "a panel needs a provenance a cell")
    self.indicator = indicator
    self.years = years
    self.provenances = provenances
    if zip(powers, powers.dropFirst()).allSatisfy({ $0 < $1 }) {
      (self.powers, self.values, self.cells) = (powers, values, cells)
    } else {
      let order = powers.indices.sorted { powers[$0] < powers[$1] }
      let width = years.count
      self.powers = order.map { powers[$0] }
      self.values = order.flatMap { values[$0 * width..<($0 + 1) * width] }
      self.cells = order.flatMap { cells[$0 * width..<($0 + 1) * width] }
    }
    rows = Dictionary(uniqueKeysWithValues: self.powers.enumerated().map { ($1, $0) })
  }

  public subscript(power: Power, year: Int) -> Double? {
    guard let cell = cell(power, year), !values[cell].isNaN else { return nil }
    return values[cell]
  }

  public func provenance(of power: Power, in year: Int) -> Provenance? {
    guard let cell = cell(power, year), !values[cell].isNaN else { return nil }
    return provenances[Int(cells[cell])]
  }

  public func series(of power: Power) -> Series? {
    guard let row = rows[power] else { return nil }
    let width = years.count
    return Series(
      power: power, years: years, values: Array(values[row * width..<(row + 1) * width]))
  }

  /// The last year in which any power has a value.
  public var lastYear: Int? {
    let width = years.count
    return (0..<width).last { year in
      powers.indices.contains { !values[$0 * width + year].isNaN }
    }.map { years.lowerBound + $0 }
  }

  /// What was known at an origin: the same panel without a later year, or nothing.
  public func known(by origin: Int) -> Panel? {
    guard origin >= years.lowerBound else { return nil }
    guard origin < years.upperBound else { return self }
    let kept = years.lowerBound...origin
    let width = years.count
    func cut<Element>(_ all: [Element]) -> [Element] {
      powers.indices.flatMap { all[$0 * width..<$0 * width + kept.count] }
    }
    return Panel(
      indicator, powers: powers, years: kept, values: cut(values), cells: cut(cells),
      provenances: provenances)
  }

  /// The same panel with other values, of the same provenance; what is missing stays missing.
  public func mapped(_ value: (Power, Int, Double) -> Double) -> Panel {
    let width = years.count
    let changed = values.enumerated().map { cell, old in
      old.isNaN ? old : value(powers[cell / width], years.lowerBound + cell % width, old)
    }
    return Panel(
      indicator, powers: powers, years: years, values: changed, cells: cells,
      provenances: provenances)
  }

  private func cell(_ power: Power, _ year: Int) -> Int? {
    guard let row = rows[power], years.contains(year) else { return nil }
    return row * years.count + year - years.lowerBound
  }
}
