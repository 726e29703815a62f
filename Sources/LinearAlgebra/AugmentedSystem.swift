/// The equations of a least-squares problem, solved until the factors' rounding is gone.
///
///     ⎡ I   A ⎤ ⎡ r ⎤   ⎡ f ⎤
///     ⎣ Aᵀ  0 ⎦ ⎣ x ⎦ = ⎣ g ⎦
///
/// With *f = b* and *g = 0*, *x* minimizes *‖b − A x‖* and *r* is the residual; with *f = 0*
/// and *g = eⱼ*, *−x* is column *j* of *(AᵀA)⁻¹*. The factors *A P = Q R* give corrections in
/// double precision; what is still missing in the equations is summed to twice that.
///
/// **Shape.** *A* is *m × n*; *r* and *f* have *m* elements, *x* and *g* have *n*.
/// **Source.** Björck (1967), "Iterative refinement of linear least squares solutions I",
/// doi:10.1007/BF01939321; Demmel, Hida, Riedy and Li (2009), "Extra-precise iterative
/// refinement for overdetermined least squares problems", doi:10.1145/1462173.1462177.
struct AugmentedSystem: Sendable {
  let matrix: Matrix
  let factors: QR

  /// Keeps the factors of a matrix whose columns are independent.
  ///
  /// - Throws: `rankDeficient` where the pivoted diagonal of *R* falls to rounding;
  ///   `notFinite`.
  init(_ matrix: Matrix) throws(LinearAlgebraError) {
    self.matrix = matrix
    factors = try QR(matrix)
    let rank = factors.rank(tolerance: matrix.rankTolerance)
    guard rank == matrix.columns else { throw .rankDeficient(rank: rank) }
  }

  /// Solves by corrections until the next one could not matter.
  ///
  /// Each correction shrinks by about the condition times 1e-16. It ends when the error left is
  /// below `target`, or when a correction is not half of the last, which is where a condition
  /// near 1e16 leaves it.
  func solve(f: [Double], g: [Double]) -> (r: [DoubleDouble], x: [DoubleDouble]) {
    let target = 0x1p-80
    var solution = (
      r: [DoubleDouble](repeating: .zero, count: matrix.rows),
      x: [DoubleDouble](repeating: .zero, count: matrix.columns)
    )
    var scale = (r: euclideanNorm(f), x: 0.0)
    var last = 1.0
    for step in 0..<20 {
      let missing = residual(of: solution, f: f, g: g)
      let correction = correction(f: missing.f, g: missing.g)
      let lengths = (r: euclideanNorm(correction.r), x: euclideanNorm(correction.x))
      if step == 0 { scale = (max(scale.r, lengths.r), lengths.x) }
      let size = max(ratio(lengths.r, scale.r), ratio(lengths.x, scale.x))
      guard step == 0 || size < last / 2 else { break }
      add(correction.r, to: &solution.r)
      add(correction.x, to: &solution.x)
      guard size * size / last > target else { break }
      last = size
    }
    return solution
  }

  /// The inverse of *AᵀA*, *n × n*; refined where the condition costs more than three digits.
  func gramInverse() -> Matrix {
    guard factors.reciprocalCondition < 1e-3 else { return factors.gramInverse }
    let zero = [Double](repeating: 0, count: matrix.rows)
    let columns = (0..<matrix.columns).map { j in
      let unit = (0..<matrix.columns).map { $0 == j ? 1.0 : 0 }
      return solve(f: zero, g: unit).x.map { -$0.rounded }
    }
    return Matrix(columns: columns).symmetrizedFromLower
  }
}

extension AugmentedSystem {
  private typealias Vectors = (r: [Double], x: [Double])

  /// What *f* and *g* have that the equations at a solution do not.
  private func residual(
    of solution: (r: [DoubleDouble], x: [DoubleDouble]), f: [Double], g: [Double]
  ) -> (f: [Double], g: [Double]) {
    var upper = f.map { DoubleDouble($0) }
    for i in upper.indices { upper[i].add(solution.r[i].negated) }
    var lower = g.map { DoubleDouble($0) }
    for j in 0..<matrix.columns {
      let start = j * matrix.rows
      for i in 0..<matrix.rows {
        upper[i].addProduct(-matrix.elements[start + i], solution.x[j])
        lower[j].addProduct(-matrix.elements[start + i], solution.r[i])
      }
    }
    return (upper.map(\.rounded), lower.map(\.rounded))
  }

  /// The solution of the equations by *Q* and *R* in double precision.
  private func correction(f: [Double], g: [Double]) -> Vectors {
    let n = matrix.columns
    let h = factors.solveTransposedR(factors.permutation.map { g[$0] })
    let rotated = factors.applyTransposedQ(f)
    let r = factors.applyQ(h + rotated[n...])
    let permuted = factors.solveR(zip(rotated, h).map { $0 - $1 })
    var x = [Double](repeating: 0, count: n)
    for (k, column) in factors.permutation.enumerated() { x[column] = permuted[k] }
    return (r, x)
  }

  private func add(_ correction: [Double], to vector: inout [DoubleDouble]) {
    for i in vector.indices {
      vector[i].add(correction[i])
      vector[i].normalize()
    }
  }

  private func ratio(_ length: Double, _ scale: Double) -> Double {
    length.isZero ? 0 : length / scale
  }
}

extension Matrix {
  /// The fraction of the largest below which a singular value or pivot is taken for rounding.
  var rankTolerance: Double { Double(max(rows, columns)) * .ulpOfOne }
}
