import Panels

/// How much larger sums over all states are than sums over the powers that are simulated.
///
/// States outside the simulation keep their proportion to those inside, as it was in the last
/// year of the record.
struct SystemTotals: Sendable {
  private let scales: [Formula: Double]

  /// The past, which holds every state.
  static let whole = SystemTotals(scales: [:])

  private init(scales: [Formula: Double]) { self.scales = scales }

  /// Compares sums over all powers of the past with sums over some.
  init(of formulas: [Formula], past: Futures, simulated: [Power]) {
    let inside = Set(simulated)
    let rows = past.powers.indices.filter { inside.contains(past.powers[$0]) }
    var scales: [Formula: Double] = [:]
    for formula in formulas {
      let all = formula.totals(in: past, system: .whole)
      let values = formula.values(in: past, rows: rows, system: .whole)
      // The last year in which most of the simulated powers have a value.
      let known = past.years.indices.map { index in
        let step = past.years.distance(from: past.years.startIndex, to: index)
        return values[step * rows.count..<(step + 1) * rows.count].filter { !$0.isNaN }
      }
      let most = known.map(\.count).max() ?? 0
      guard let step = known.lastIndex(where: { 10 * $0.count >= 9 * most && !$0.isEmpty })
      else { continue }
      let sum = known[step].reduce(0, +)
      if sum > 0 { scales[formula] = all[step] / sum }
    }
    self.scales = scales
  }

  func scale(of formula: Formula) -> Double { scales[formula] ?? 1 }
}
