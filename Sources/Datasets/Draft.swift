import Panels

/// A panel in the making: every state and year of a range, with the origin of each value.
struct Draft: Sendable {
  let indicator: Indicator
  let entities: EntityTable
  let years: ClosedRange<Int>
  private var values: [Double]
  private var cells: [UInt8]
  private var provenances: [Provenance] = []

  init(_ indicator: Indicator, _ entities: EntityTable, years: ClosedRange<Int>) {
    self.indicator = indicator
    self.entities = entities
    self.years = years
    let count = entities.entities.count * years.count
    values = [Double](repeating: .nan, count: count)
    cells = [UInt8](repeating: 0, count: count)
  }

  /// Registers where values come from; the number is what `set` takes.
  mutating func origin(_ source: String, _ status: Provenance.Status) -> UInt8 {
    let provenance = Provenance(source: source, status: status)
    if let known = provenances.firstIndex(of: provenance) { return UInt8(known) }
    provenances.append(provenance)
    return UInt8(provenances.count - 1)
  }

  /// The value, or NaN where none is set or the year lies outside.
  @inline(__always)
  subscript(entity: Int, year: Int) -> Double {
    guard years.contains(year) else { return .nan }
    return values[entity * years.count + year - years.lowerBound]
  }

  func status(_ entity: Int, _ year: Int) -> Provenance.Status? {
    guard years.contains(year), !self[entity, year].isNaN else { return nil }
    return provenances[Int(cells[entity * years.count + year - years.lowerBound])].status
  }

  /// Sets a value, unless it is missing or the state did not exist in that year.
  mutating func set(_ value: Double, _ entity: Int, _ year: Int, _ origin: UInt8) {
    guard !value.isNaN, years.contains(year),
      entities.entities[entity].years.contains(year)
    else { return }
    let cell = entity * years.count + year - years.lowerBound
    values[cell] = value
    cells[cell] = origin
  }

  /// The panel of the states that have a value, over the years that have one; or nothing.
  func panel() -> Panel? {
    let width = years.count
    var kept: [Int] = []
    var first = width
    var last = -1
    for entity in entities.entities.indices {
      let row = entity * width..<(entity + 1) * width
      guard let start = row.first(where: { !values[$0].isNaN }),
        let end = row.last(where: { !values[$0].isNaN })
      else { continue }
      kept.append(entity)
      first = min(first, start - row.lowerBound)
      last = max(last, end - row.lowerBound)
    }
    guard last >= first else { return nil }
    func cut<Element>(_ all: [Element]) -> [Element] {
      var cut: [Element] = []
      cut.reserveCapacity(kept.count * (last - first + 1))
      for entity in kept { cut += all[entity * width + first...entity * width + last] }
      return cut
    }
    return Panel(
      indicator, powers: kept.map { entities.entities[$0].power },
      years: years.lowerBound + first...years.lowerBound + last, values: cut(values),
      cells: cut(cells), provenances: provenances)
  }
}
