import Panels
import Probability

/// The sums of some formulas over all powers, as shares of the world are taken of them.
///
/// Products of a few indicators, as most measures are, are summed without being stored, all of them
/// year by year, so that a year's levels are still near when the next sum needs them.
struct SystemTotals: Sendable {
  private let formulas: [Formula]
  /// The factors of those that are products of indicators; nothing for the others.
  private let factors: [[Indicator]?]

  init(_ formulas: [Formula]) {
    self.formulas = formulas
    factors = formulas.map { formula in
      formula.factors.flatMap { $0.count <= Vector.mostFactors ? $0 : nil }
    }
  }

  /// The sums of some of the formulas, a number a step and lane; nothing of the others.
  ///
  /// Powers outside the simulation are counted in their proportion to those inside.
  func sums(
    in futures: Futures, context: FormulaContext, of wanted: Set<Int>
  ) -> [[Double]] {
    var sums = formulas.indices.map { index in
      wanted.contains(index) && !isFused(index, in: futures)
        ? formulas[index].totals(in: futures, context: context) : []
    }
    let fused = wanted.filter { isFused($0, in: futures) }.sorted()
    for (index, added) in zip(fused, productSums(of: fused, in: futures)) { sums[index] = added }
    for index in wanted {
      let scale = context.scale(of: formulas[index])
      sums[index] = sums[index].map { $0 * scale }
    }
    return sums
  }

  /// The sums of those that are products.
  private func productSums(of fused: [Int], in futures: Futures) -> [[Double]] {
    guard !fused.isEmpty else { return [] }
    var seen: Set<Indicator> = []
    let indicators = fused.flatMap { factors[$0] ?? [] }.filter { seen.insert($0).inserted }
    return Vector.sumsOfProducts(
      of: indicators.map { futures.levels[$0.name] ?? [] },
      factors: fused.map { (factors[$0] ?? []).compactMap { indicators.firstIndex(of: $0) } },
      rows: futures.powers.count, lanes: futures.lanes)
  }

  /// Whether a formula is a product of indicators that the futures have, on whole vectors of lanes.
  private func isFused(_ index: Int, in futures: Futures) -> Bool {
    guard let factors = factors[index], futures.lanes == BlockStream.lanes else { return false }
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
