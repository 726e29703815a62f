import LinearAlgebra
import RealModule

extension LogisticRegression {
  /// The function that a logistic regression climbs, its columns scaled to unit length.
  struct PenalizedLikelihood {
    private let columns: [[Double]]
    private let scales: [Double]
    private let outcomes: [Bool]
    /// The ridge's weight of each scaled coefficient.
    private let weights: [Double]

    /// - Throws: `collinear` where a column is zero.
    init(
      design: Matrix, outcomes: [Bool], penalty: Penalty
    ) throws(ProbabilityError) {
      let raw = (0..<design.columns).map { design.column($0) }
      let scales = raw.map { 1 / Self.length($0) }
      guard scales.allSatisfy(\.isFinite) else { throw .collinear(columns: raw.count) }
      self.scales = scales
      self.outcomes = outcomes
      columns = zip(raw, scales).map { column, scale in column.map { $0 * scale } }
      switch penalty {
      case .none: weights = raw.map { _ in 0 }
      case .ridge(let strength):
        precondition(strength > 0 && strength.isFinite, "a ridge is positive")
        weights = zip(raw, scales).map { column, scale in
          column.allSatisfy { $0 == column[0] } ? 0 : strength * scale * scale
        }
      }
    }

    private static func length(_ column: [Double]) -> Double {
      let largest = column.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { return 0 }
      return largest * column.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    }

    /// Coefficients, and what they say of each observation.
    struct Point {
      let coefficients: [Double]
      let logOdds: [Double]
      let logLikelihood: Double
      let objective: Double
    }

    func point(at coefficients: [Double]) -> Point {
      let logOdds = combine(coefficients)
      // −ln (1 + e⁻ᶻ), where z are log odds of what happened, in a form that does not overflow.
      let logLikelihood = zip(logOdds, outcomes).reduce(0.0) { sum, case_ in
        let z = case_.1 ? case_.0 : -case_.0
        return sum + min(z, 0) - .log(onePlus: .exp(-abs(z)))
      }
      let cost = zip(weights, coefficients).reduce(0) { $0 + $1.0 * $1.1 * $1.1 / 2 }
      return Point(
        coefficients: coefficients, logOdds: logOdds, logLikelihood: logLikelihood,
        objective: logLikelihood - cost)
    }

    /// The factor of *Xᵀ W X + λ*, or nothing where it is not positive definite.
    func curvature(at point: Point) -> Cholesky? {
      let variances = point.logOdds.map {
        LogisticRegression.probability(logOdds: $0) * LogisticRegression.probability(logOdds: -$0)
      }
      let count = columns.count
      var information = Matrix(rows: count, columns: count) { _, _ in 0 }
      for j in 0..<count {
        let weighted = zip(variances, columns[j]).map { $0 * $1 }
        for i in j..<count {
          let sum = Self.product(weighted, columns[i])
          information[i, j] = sum + (i == j ? weights[i] : 0)
        }
      }
      // Why it fails, by rounding or by zeros, is one thing to the caller.
      return try? Cholesky(information)
    }

    /// The scalar product in four sums, which do not wait for one another.
    private static func product(_ a: [Double], _ b: [Double]) -> Double {
      var sums = SIMD4<Double>.zero
      let whole = a.count & ~3
      for row in stride(from: 0, to: whole, by: 4) {
        let left = SIMD4<Double>(a[row], a[row + 1], a[row + 2], a[row + 3])
        let right = SIMD4<Double>(b[row], b[row + 1], b[row + 2], b[row + 3])
        sums += left * right
      }
      return (whole..<a.count).reduce(sums.sum()) { $0 + a[$1] * b[$1] }
    }

    /// Newton's step, halved until it does not descend.
    ///
    /// - Returns: Where it leads, and the largest change of any observation's log odds.
    func step(from point: Point, _ curvature: Cholesky) -> (Point, change: Double) {
      var direction = curvature.solve(gradient(at: point))
      let slack = 1e-12 * abs(point.objective)
      for _ in 0..<30 {
        let next = self.point(at: zip(point.coefficients, direction).map(+))
        if next.objective >= point.objective - slack {
          return (next, zip(next.logOdds, point.logOdds).reduce(0) { max($0, abs($1.0 - $1.1)) })
        }
        direction = direction.map { $0 / 2 }
      }
      return (point, 0)
    }

    private func gradient(at point: Point) -> [Double] {
      let surprises = zip(point.logOdds, outcomes).map { odds, occurred in
        occurred
          ? LogisticRegression.probability(logOdds: -odds)
          : -LogisticRegression.probability(logOdds: odds)
      }
      return columns.indices.map { j in
        zip(columns[j], surprises).reduce(-weights[j] * point.coefficients[j]) {
          $0 + $1.0 * $1.1
        }
      }
    }

    private func combine(_ coefficients: [Double]) -> [Double] {
      var sum = [Double](repeating: 0, count: outcomes.count)
      for (column, coefficient) in zip(columns, coefficients) {
        for row in sum.indices { sum[row] += coefficient * column[row] }
      }
      return sum
    }

    /// Coefficients of the scaled columns, from those of the columns as given; zeros from nothing.
    func scaled(_ coefficients: [Double]?) -> [Double] {
      guard let coefficients else { return [Double](repeating: 0, count: scales.count) }
      return zip(coefficients, scales).map { $0 / $1 }
    }

    /// Coefficients of the columns as they were given.
    func unscaled(_ coefficients: [Double]) -> [Double] { zip(coefficients, scales).map(*) }

    /// The covariance of the columns as they were given.
    func unscaled(_ covariance: Matrix) -> Matrix {
      Matrix(rows: covariance.rows, columns: covariance.columns) { i, j in
        scales[i] * covariance[i, j] * scales[j]
      }
    }
  }
}
