import Panels
import Probability

/// The sums of some formulas over all powers, as shares of the world are taken of them.
///
/// Products of indicators, as most measures are, are summed in one pass over a block without being
/// stored, and what they have in common is multiplied once.
struct SystemTotals: Sendable {
  private let formulas: [Formula]
  /// The factors of those that are products of indicators; nothing for the others.
  private let factors: [[Indicator]?]

  init(_ formulas: [Formula]) {
    self.formulas = formulas
    factors = formulas.map(\.factors)
  }

  /// The sums of some of the formulas, a number a step and lane; nothing of the others.
  ///
  /// Powers outside the simulation are counted in their proportion to those inside.
  func sums(
    in futures: Futures<some LevelNumber>, context: FormulaContext, of wanted: Set<Int>
  ) -> [[Double]] {
    let block = (futures as? Futures<Float>).flatMap { $0.lanes == BlockStream.lanes ? $0 : nil }
    let fused = block.map { block in wanted.filter { isFused($0, in: block) }.sorted() } ?? []
    var sums = formulas.indices.map { index in
      wanted.contains(index) && !fused.contains(index)
        ? formulas[index].totals(in: futures, context: context) : []
    }
    if let block {
      for (index, added) in zip(fused, productSums(of: fused, in: block)) {
        sums[index] = added.map { Double($0) }
      }
    }
    for index in wanted {
      let scale = context.scale(of: formulas[index])
      sums[index] = sums[index].map { $0 * scale }
    }
    return sums
  }

  /// The sums of those that are products.
  private func productSums(of fused: [Int], in futures: Futures<Float>) -> [[Float]] {
    guard !fused.isEmpty else { return [] }
    var seen: Set<Indicator> = []
    let indicators = fused.flatMap { factors[$0] ?? [] }.filter { seen.insert($0).inserted }
    return Vector.sumsOfProducts(
      of: indicators.map { futures.levels[$0.name] ?? [] },
      factors: fused.map { (factors[$0] ?? []).compactMap { indicators.firstIndex(of: $0) } },
      rows: futures.powers.count)
  }

  /// Whether a formula is a product of indicators that a block has.
  private func isFused(_ index: Int, in futures: Futures<Float>) -> Bool {
    guard let factors = factors[index] else { return false }
    return factors.allSatisfy { futures.levels[$0.name] != nil }
  }
}

extension Formula {
  /// The indicators whose product it is, in the order in which they are multiplied.
  ///
  /// Two numbers may change places, so that products stay the same to the last bit; nothing where
  /// there is more to it.
  var factors: [Indicator]? {
    switch self {
    case .indicator(let indicator): return [indicator]
    case .product(let a, .indicator(let b)), .product(.indicator(let b), let a):
      return a.factors.map { $0 + [b] }
    default: return nil
    }
  }
}
