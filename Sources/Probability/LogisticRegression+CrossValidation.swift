public import LinearAlgebra
import RealModule

extension LogisticRegression {
  /// A ridge, and how surprised it was by what it had not seen.
  public struct RidgeScore: Equatable, Sendable {
    public let strength: Double
    /// The mean of −ln p over rows of folds that were left out, p of what happened.
    public let logScore: Double
    /// Of the mean, from how it differs between folds.
    public let standardError: Double
  }

  /// The strongest ridge that is no worse than the best by more than its standard error.
  ///
  /// **Source.** Breiman, Friedman, Olshen and Stone, *Classification and Regression Trees* (1984),
  /// §3.4.3.
  public static func strongest(of scores: [RidgeScore]) -> RidgeScore? {
    guard let best = scores.min(by: { $0.logScore < $1.logScore }) else { return nil }
    return scores.filter { $0.logScore <= best.logScore + best.standardError }
      .max { $0.strength < $1.strength }
  }

  /// Scores ridges on folds that each fit leaves out.
  ///
  /// - Parameters:
  ///   - strengths: Positive.
  ///   - design: Standardized columns.
  ///   - outcomes: One a row.
  ///   - folds: The fold of each row; rows that hang together belong in one fold.
  /// - Returns: The scores in the order of `strengths`; one that some fold cannot be fitted with
  ///   is left out.
  public static func ridgeScores(
    of strengths: [Double], design: Matrix, outcomes: [Bool], folds: [Int]
  ) -> [RidgeScore] {
    precondition(folds.count == design.rows, "a fold for each row")
    var means: [[Double]?] = strengths.map { _ in [] }
    var sizes: [Double] = []
    for name in Set(folds).sorted() {
      let kept = folds.indices.filter { folds[$0] != name }
      let left = folds.indices.filter { folds[$0] == name }
      let columns = (0..<design.columns).map { column in kept.map { design[$0, column] } }
      let part = Matrix(columns: columns)
      let seen = kept.map { outcomes[$0] }
      sizes.append(Double(left.count))
      var start: [Double]?
      for (place, strength) in strengths.enumerated() {
        // A fold without the event, or without its absence, says nothing of this ridge.
        let fit = try? LogisticRegression(
          design: part, outcomes: seen, penalty: .ridge(strength), start: start)
        start = fit?.coefficients
        guard let fit else {
          means[place] = nil
          continue
        }
        means[place]?.append(fit.surprise(at: left, design, outcomes))
      }
    }
    return zip(strengths, means).compactMap { strength, means in
      means.map { RidgeScore(strength: strength, folds: $0, sizes: sizes) }
    }
  }

  /// The mean of −ln p of what happened in some rows.
  private func surprise(at rows: [Int], _ design: Matrix, _ outcomes: [Bool]) -> Double {
    let odds = design * coefficients
    let total = rows.reduce(0.0) { sum, row in
      let z = outcomes[row] ? odds[row] : -odds[row]
      return sum + .log(onePlus: .exp(-abs(z))) - min(z, 0)
    }
    return total / Double(rows.count)
  }
}

extension LogisticRegression.RidgeScore {
  /// The mean over rows, and its error from the means of folds.
  fileprivate init(strength: Double, folds means: [Double], sizes: [Double]) {
    let count = Double(means.count)
    let whole = sizes.reduce(0, +)
    let mean = zip(means, sizes).reduce(0) { $0 + $1.0 * $1.1 } / whole
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.strength = strength
    logScore = mean
    standardError = count > 1 ? (squares / (count - 1) / count).squareRoot() : 0
  }
}
