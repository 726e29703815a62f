import LinearAlgebra
import Models
public import Panels

/// What some shares have most in common: the first principal component of their correlation.
///
/// A share's weight is its loading over its standard deviation; weights add up to one, so that
/// the weighted sum is itself a share of the world.
///
/// **Source.** Jolliffe, *Principal Component Analysis* (2002), §2.3, correlation matrices.
public struct PrincipalComponent: Sendable {
  /// The year whose shares were compared.
  public let year: Int
  /// How many powers have all of them.
  public let powers: Int
  /// Of each share: its part in the component of unit length.
  public let loadings: [Double]
  /// Of each share: its weight in the sum.
  public let weights: [Double]
  /// How much of the shares' variance the component explains, 0 to 1.
  public let explained: Double

  /// Compares shares in the last year in which most powers have all of them.
  ///
  /// There is nothing where fewer powers have them than there are shares, or one never differs.
  ///
  /// - Parameters:
  ///   - parts: The formulas of the shares.
  ///   - past: What is known, one lane.
  init?(of parts: [Formula], in past: Futures<Double>) {
    let rows = Array(past.powers.indices)
    let columns = concurrently(parts) { $0.values(in: past, rows: rows, context: .past) }
    let known = (0..<past.years.count).map { step in
      rows.filter { row in columns.allSatisfy { $0[step * rows.count + row].isFinite } }
    }
    let most = known.map(\.count).max() ?? 0
    guard most > parts.count,
      let step = known.lastIndex(where: { 10 * $0.count >= 9 * most })
    else { return nil }
    let shares = columns.map { column in known[step].map { column[step * rows.count + $0] } }
    let means = shares.map(\.mean)
    let deviations = shares.map { $0.sampleVariance.squareRoot() }
    guard deviations.allSatisfy({ $0 > 0 }) else { return nil }
    let standardized = Matrix(rows: known[step].count, columns: parts.count) { row, part in
      (shares[part][row] - means[part]) / deviations[part]
    }
    guard let found = try? SingularValueDecomposition(standardized) else { return nil }
    let first = parts.indices.map { found.right[$0, 0] }
    // The sign of a component is arbitrary: more of a share is more power.
    let sign: Double = first.reduce(0, +) < 0 ? -1 : 1
    let slopes = zip(first, deviations).map { sign * $0 / $1 }
    let sum = slopes.reduce(0, +)
    year = past.years.lowerBound + step
    powers = known[step].count
    loadings = first.map { sign * $0 }
    weights = slopes.map { $0 / sum }
    let squares = found.values.map { $0 * $0 }
    explained = squares[0] / squares.reduce(0, +)
  }
}

extension PrincipalComponent {
  /// Compares shares as data know them; there is nothing where they know too few.
  public init?(of parts: [Formula], in data: DataSet) {
    let known = parts.map { $0.resolved(in: data, knownBy: .max) }
    self.init(of: known, in: Futures(past: data, of: Formula.mean(known).indicators))
  }
}

extension Formula {
  /// The formula with the weights of its components, as figures known by a year give them.
  ///
  /// A component that they do not give is missing.
  func resolved(in data: DataSet, knownBy year: Int) -> Formula {
    guard case .component(let parts) = self else {
      return mapped { $0.resolved(in: data, knownBy: year) }
    }
    let known = parts.map { $0.resolved(in: data, knownBy: year) }
    guard let component = PrincipalComponent(of: parts, in: data.known(by: year)) else {
      return .quotient(.mean(known), .constant(0))
    }
    return .weighted(zip(component.weights, known).map { ($0, $1) })
  }

  /// A weighted sum.
  public static func weighted(_ parts: [(weight: Double, formula: Formula)]) -> Formula {
    let terms = parts.map { Formula.product(.constant($0.weight), $0.formula) }
    guard let first = terms.first else { return .constant(0) }
    return terms.dropFirst().reduce(first) { .sum($0, $1) }
  }
}
