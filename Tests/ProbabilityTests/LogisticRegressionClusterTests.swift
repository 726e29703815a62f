import LinearAlgebra
import Probability
import TestSupport
import Testing

@Suite("Logistic regression with clusters and folds")
struct LogisticRegressionClusterTests {
  private func cases() throws -> (design: Matrix, outcomes: [Bool], decades: [Int]) {
    let rows = try Reference.rows(of: "logistic_cases.csv")
    return (
      Matrix(columns: (0..<3).map { j in rows.map { $0[j] } }), rows.map { $0[3] == 1 },
      rows.map { Int($0[2] / 10) }
    )
  }

  /// By another program: statsmodels, Reference/clustered.py.
  @Test func `clustered errors are statsmodels'`() throws {
    let (design, outcomes, decades) = try cases()
    let expected = try Reference.rows(of: "clustered_errors.csv")[0]
    let fit = try LogisticRegression(design: design, outcomes: outcomes)
    let found = fit.covariance(clusteredBy: decades, design: design, outcomes: outcomes).diagonal
    for j in 0..<3 {
      #expect(abs(found[j].squareRoot() - expected[j]) < 1e-8 * expected[j])
    }
  }

  /// By law: the names of clusters do not matter, and neither does the order of rows.
  @Test func `clusters have no names`() throws {
    let (design, outcomes, decades) = try cases()
    let fit = try LogisticRegression(design: design, outcomes: outcomes)
    let one = fit.covariance(clusteredBy: decades, design: design, outcomes: outcomes)
    let renamed = fit.covariance(
      clusteredBy: decades.map { 7 - $0 }, design: design, outcomes: outcomes)
    for (a, b) in zip(one.elements, renamed.elements) {
      #expect(abs(a - b) < 1e-9 * max(abs(a), 1e-12))
    }
  }

  /// By law: where a fit begins does not change where it ends.
  @Test func `a start near by leads to the same coefficients in fewer steps`() throws {
    let (design, outcomes, _) = try cases()
    let plain = try LogisticRegression(design: design, outcomes: outcomes)
    let warm = try LogisticRegression(
      design: design, outcomes: outcomes, start: plain.coefficients)
    for (a, b) in zip(plain.coefficients, warm.coefficients) { #expect(abs(a - b) < 1e-9 * abs(b)) }
    #expect(warm.iterations < plain.iterations)
  }

  /// By a slow reference: each fold fitted and scored by itself, from zeros.
  @Test func `ridge scores are those of folds left out`() throws {
    let (raw, outcomes, _) = try cases()
    let design = Matrix(columns: [
      raw.column(0), raw.column(1).map { ($0 + 0.4) / 0.3 },
      raw.column(2).map { ($0 - 1950) / 30 },
    ])
    let folds = (0..<design.rows).map { $0 % 4 }
    let scores = LogisticRegression.ridgeScores(
      of: [0.5, 5], design: design, outcomes: outcomes, folds: folds)
    #expect(scores.map(\.strength) == [0.5, 5])
    for score in scores {
      var total = 0.0
      for fold in 0..<4 {
        let kept = folds.indices.filter { folds[$0] != fold }
        let fit = try LogisticRegression(
          design: Matrix(rows: kept.count, columns: 3) { design[kept[$0], $1] },
          outcomes: kept.map { outcomes[$0] }, penalty: .ridge(score.strength))
        for row in folds.indices where folds[row] == fold {
          total += BinaryForecast(
            probability: fit.probability(design.row(row)), occurred: outcomes[row]
          ).logScore(floor: 0)
        }
      }
      #expect(abs(score.logScore - total / Double(design.rows)) < 1e-9)
    }
  }
}
