import Panels

/// What the past says of all powers on one measure: levels and shares of the world.
struct WorldRecord: Sendable {
  /// The least share of today's world that must be known for shares of the world to be told.
  private static let enough = 0.8

  let measure: Measure
  let years: ClosedRange<Int>
  private let levels: [Int: [Power: Double]]
  private let totals: [Int: Double]

  /// Reads the levels of every year, those of gone powers as their successors'.
  init(_ measure: Measure, past: Futures<Double>, data: DataSet) {
    let rows = Array(past.powers.indices)
    let values = measure.formula.values(in: past, rows: rows, context: .past)
    var levels: [Int: [Power: Double]] = [:]
    for (step, year) in past.years.enumerated() {
      let row = values[step * rows.count..<(step + 1) * rows.count]
      let known = zip(past.powers, row).filter { !$0.1.isNaN }
      levels[year] = Self.continued(Dictionary(uniqueKeysWithValues: known), data)
    }
    self.measure = measure
    self.levels = levels
    years = past.years
    totals = measure.isShareOfWorld ? [:] : Self.totals(of: levels)
  }

  subscript(power: Power, year: Int) -> Double? { levels[year]?[power] }

  /// The share of the world in a year, where enough of the world is known.
  func share(of power: Power, in year: Int) -> Double? {
    guard let level = self[power, year] else { return nil }
    guard !measure.isShareOfWorld else { return level }
    return totals[year].map { level / $0 }
  }

  /// The largest of some powers, by their last levels in the years before an origin.
  func leading(_ count: Int, among powers: [Power], since first: Int) -> [Power] {
    let sizes = powers.compactMap { power in
      years.reversed().first { self[power, $0] != nil && $0 >= first }
        .flatMap { self[power, $0] }.map { (power, $0) }
    }.filter { $0.1 > 0 }
    return sizes.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(count).map(\.0)
  }

  /// A gone power counts as its successor where that has no level, and not at all where it has.
  private static func continued(
    _ known: [Power: Double], _ data: DataSet
  ) -> [Power: Double] {
    var levels = known
    for (power, level) in known {
      guard let successor = data.entities[power]?.continuedAs else { continue }
      levels[power] = nil
      if known[successor] == nil { levels[successor, default: 0] += level }
    }
    return levels
  }

  /// The sums of the years in which those known make up enough of the last year.
  private static func totals(of levels: [Int: [Power: Double]]) -> [Int: Double] {
    let most = levels.values.map(\.count).max() ?? 0
    let full = levels.keys.filter { 10 * (levels[$0]?.count ?? 0) >= 9 * most }.max()
    guard let last = full.flatMap({ levels[$0] }) else { return [:] }
    let world = sum(last)
    return levels.compactMapValues { known in
      let covered = sum(last.filter { known[$0.key] != nil })
      return covered >= enough * world ? sum(known) : nil
    }
  }

  /// The sum in the order of codes: the same on every run.
  private static func sum(_ levels: [Power: Double]) -> Double {
    levels.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }
}

extension Measure {
  /// Whether its levels are shares of the world already.
  public var isShareOfWorld: Bool {
    func isShare(_ formula: Formula) -> Bool {
      switch formula {
      case .share: true
      case .mean(let parts): parts.allSatisfy(isShare)
      default: false
      }
    }
    return isShare(formula)
  }
}
