import Panels

/// Which states have a border on land with which, by state.
struct LandBorders: Sendable {
  private let borders: [Power: [(other: Power, years: ClosedRange<Int>)]]

  init(_ contiguity: PairSpells) {
    var borders: [Power: [(other: Power, years: ClosedRange<Int>)]] = [:]
    for (pair, spells) in contiguity.spells.sorted(by: { $0.key < $1.key }) {
      for spell in spells where spell.kind == 1 {
        borders[pair.first, default: []].append((pair.second, spell.years))
        borders[pair.second, default: []].append((pair.first, spell.years))
      }
    }
    self.borders = borders
  }

  func neighbours(of power: Power, in year: Int) -> [Power] {
    (borders[power] ?? []).filter { $0.years.contains(year) }.map(\.other)
  }

  func areNeighbours(_ one: Power, _ other: Power, in year: Int) -> Bool {
    (borders[one] ?? []).contains { $0.other == other && $0.years.contains(year) }
  }
}
