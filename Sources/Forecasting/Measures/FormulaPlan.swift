import Panels

/// Some formulas taken apart, so that what they have in common is computed once a block.
struct FormulaPlan: Sendable {
  /// A formula that is part of some, and where its own parts are.
  private struct Part: Sendable {
    let formula: Formula
    let parts: [Int]
  }

  /// Every part once, each after its own.
  private let parts: [Part]
  /// Where the formulas are among the parts.
  private let places: [Int]
  /// For each part that is a share: where its whole is among the totals.
  private let wholes: [Int: Int]
  private let totals: SystemTotals

  init(_ formulas: [Formula]) {
    var parts: [Part] = []
    var known: [Formula: Int] = [:]
    func place(_ formula: Formula) -> Int {
      if let place = known[formula] { return place }
      parts.append(Part(formula: formula, parts: formula.parts.map(place)))
      known[formula] = parts.count - 1
      return parts.count - 1
    }
    places = formulas.map(place)
    var whole: [Formula: Int] = [:]
    var wholes: [Int: Int] = [:]
    for (place, part) in parts.enumerated() {
      guard case .share(let inner) = part.formula else { continue }
      wholes[place] = whole[inner, default: whole.count]
      whole[inner] = wholes[place]
    }
    self.parts = parts
    self.wholes = wholes
    totals = SystemTotals(whole.sorted { $0.value < $1.value }.map(\.key))
  }

  /// The formulas' values on some rows of the futures.
  ///
  /// - Parameters:
  ///   - futures: Where the indicators' levels are.
  ///   - rows: Of which powers.
  ///   - context: What the past says of the system and of stocks.
  ///   - wanted: Whether a formula's values are wanted, by its place; of the others nothing is
  ///     computed.
  /// - Returns: For each formula `(step * rows.count + index) * lanes + lane`; NaN where something
  ///   is missing, and nothing at all where they are not wanted.
  func values(
    in futures: Futures<some LevelNumber>, rows: [Int], context: FormulaContext,
    where wanted: (Int) -> Bool = { _ in true }
  ) -> [[Double]] {
    var isNeeded = [Bool](repeating: false, count: parts.count)
    for (index, place) in places.enumerated() where wanted(index) { isNeeded[place] = true }
    for place in parts.indices.reversed() where isNeeded[place] {
      for part in parts[place].parts { isNeeded[part] = true }
    }
    var needed: Set<Int> = []
    for (place, whole) in wholes where isNeeded[place] { needed.insert(whole) }
    let sums = totals.sums(in: futures, context: context, of: needed)
    var values: [[Double]] = []
    values.reserveCapacity(parts.count)
    for (place, part) in parts.enumerated() {
      guard isNeeded[place] else {
        values.append([])
        continue
      }
      values.append(
        part.formula.values(
          of: part.parts.map { values[$0] }, totals: wholes[place].map { sums[$0] } ?? [],
          in: futures, rows: rows, context: context))
    }
    return places.enumerated().map { wanted($0) ? values[$1] : [] }
  }
}
